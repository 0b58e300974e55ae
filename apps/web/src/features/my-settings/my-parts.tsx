import type { ReactNode } from 'react';
import { useLanguage } from '../../shared/i18n/translate';
import { formatDay, townDay, townTime } from '../../shared/wareki/format';

/** A part of the screen with its heading. */
export function Card({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="min-w-0 rounded-8 border border-line bg-white p-4">
      <h2 className="mb-2 text-15">{title}</h2>
      {help && <p className="mb-3 text-13 text-quiet">{help}</p>}
      {children}
    </section>
  );
}

/** Day and time in the town, in the words of the language. */
export function useMomentWords() {
  const { locale } = useLanguage();
  const day = (instant: string) => formatDay(townDay(instant), locale);
  return { day, moment: (instant: string) => `${day(instant)} ${townTime(instant)}` };
}
