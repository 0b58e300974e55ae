import { useEffect, useState } from 'react';
import { useT } from '../i18n/translate';

const patience = 300;

/** Nothing for 300 ms, then quiet grey lines: a fast answer never flickers. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const t = useT();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className="flex flex-col gap-3 p-4">
      <span className="sr-only">{t('common.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="h-4 rounded-4 bg-solid-gray-100" />
      ))}
    </div>
  );
}
