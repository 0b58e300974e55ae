import { useEffect, type ReactNode } from 'react';
import { useT } from '../i18n/translate';

/** Names the browser tab after the screen. */
export function usePageTitle(title: string): void {
  const t = useT();
  const product = t('common.product');
  useEffect(() => {
    document.title = title ? `${title} | ${product}` : product;
  }, [title, product]);
}

/** A screen of one scrolling column with its heading. */
export function Page({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  usePageTitle(title);
  return (
    <div className="h-full overflow-y-auto" data-scrolls>
      <div className="mx-auto flex max-w-6xl flex-col gap-4 px-4 py-5">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-22">{title}</h1>
          {aside}
        </div>
        {children}
      </div>
    </div>
  );
}
