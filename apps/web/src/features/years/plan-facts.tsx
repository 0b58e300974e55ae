import { Link } from '@tanstack/react-router';
import type { YearPlan } from '../../shared/api/years';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { seriesName } from '../../shared/numbers/series-name';
import { formatDay } from '../../shared/wareki/format';

/** What stands in the way of the confirmation. */
export function PlanProblems({ plan }: { plan: YearPlan }) {
  const t = useT();
  if (plan.problems.length === 0) return null;
  return (
    <section aria-labelledby="problems" className="rounded-8 border-2 border-vermilion p-4">
      <h2 id="problems" className="text-18">
        {t('years.problems', { n: plan.problems.length })}
      </h2>
      <p className="text-13 text-quiet">{t('years.problemsHelp')}</p>
      <ul className="mt-2 list-disc pl-6">
        {plan.problems.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

export function PlanSections({ plan, unit }: { plan: YearPlan; unit: string | undefined }) {
  const t = useT();
  return (
    <section aria-labelledby="sections">
      <h2 id="sections" className="text-18">
        {t('years.sections')}
      </h2>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('years.sections')}</caption>
        <thead className="border-b border-solid-gray-536 text-left text-13">
          <tr>
            <th scope="col" className="py-1 font-normal">
              {t('years.section')}
            </th>
            {(['opens', 'carries', 'skips'] as const).map((count) => (
              <th key={count} scope="col" className="text-right font-normal whitespace-nowrap">
                {t(`years.${count}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.sections.map((section) => (
            <tr key={section.code} className="border-b border-line">
              <th scope="row" className="py-2 text-left font-normal">
                <Link
                  to="/years"
                  search={{ year: plan.fiscalYear, unit: section.code }}
                  aria-current={unit === section.code ? 'true' : undefined}
                  className="touch-target inline-flex items-center font-bold text-key-900 underline"
                >
                  {section.name}
                </Link>
              </th>
              <td className="money">{section.opens}</td>
              <td className="money">{section.carries}</td>
              <td className="money">{section.skips}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Files that close and numbers that begin. */
export function PlanTurns({ plan }: { plan: YearPlan }) {
  const { t, locale } = useLanguage();
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <section aria-labelledby="closings">
        <h2 id="closings" className="text-18">
          {t('years.closings')}
        </h2>
        {plan.closings.length === 0 && <p>{t('years.noClosings')}</p>}
        <ul>
          {plan.closings.map(({ closedOn, files }) => (
            <li key={closedOn}>{t('years.closing', { day: formatDay(closedOn, locale), n: files })}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="counters">
        <h2 id="counters" className="text-18">
          {t('years.counters')}
        </h2>
        {plan.counters.length === 0 && <p>{t('years.noCounters')}</p>}
        <ul>
          {plan.counters.map(({ seriesCode, kind, symbol, startAt, before }) => (
            <li key={`${seriesCode} ${symbol}`}>
              {t('years.counter', {
                series: seriesName({ seriesCode, kind }, plan.counters, t),
                symbol: symbol || t('numbers.whole'),
                start: startAt,
              })}{' '}
              {before !== null && <span className="text-13 text-quiet">{t('years.counterBefore', { n: before })}</span>}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
