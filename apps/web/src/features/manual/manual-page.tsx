import { Link, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useT } from '../../shared/i18n/translate';
import ManualText from '../../shared/manual/manual-text';
import { manualPages, pageNamed } from '../../shared/manual/pages';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { PrintButton } from '../../shared/ui/print-button';
import { PrintedBy } from '../../shared/ui/printed-by';

/** 手引き: a page for every screen, to read and to print, one at a time or all of them. */
export function ManualPage() {
  const t = useT();
  const { chapter: wanted } = useSearch({ from: '/shell/manual' });
  const whole = wanted === 'all';
  const page = pageNamed(wanted);
  const shown = whole ? manualPages.map(({ page: one }) => one) : [page];
  const names = [...manualPages.map(({ page: one }) => one), 'all' as const];
  return (
    <Page title={t('help.manual')} aside={<PrintButton />}>
      <PrintedBy />
      <div className="grid grid-cols-1 items-start gap-6 md:grid-cols-[14rem_minmax(0,1fr)]">
        <nav aria-label={t('help.pages')} className="no-print">
          <ul className="flex flex-wrap gap-x-2 md:flex-col">
            {names.map((one) => (
              <li key={one}>
                <Link
                  to="/manual"
                  search={{ chapter: one }}
                  aria-current={one === (whole ? 'all' : page) ? 'page' : undefined}
                  className="touch-target inline-flex items-center py-1 text-key-900 underline aria-[current=page]:font-bold aria-[current=page]:text-ink"
                >
                  {t(`help.page.${one}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex min-w-0 flex-col gap-8">
          {shown.map((one) => (
            <Suspense key={one} fallback={<Loading lines={8} />}>
              <ManualText page={one} level={2} />
            </Suspense>
          ))}
        </div>
      </div>
    </Page>
  );
}
