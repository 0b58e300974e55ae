import { useCoverage } from '../../shared/api/delegation';
import type { Coverage, CoverageGap } from '../../shared/api/types';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Day } from '../../shared/wareki/day';
import { formatDay } from '../../shared/wareki/format';

const ahead = 90;
const named = 3;

function GapLine({ gap }: { gap: CoverageGap }) {
  const { t, locale } = useLanguage();
  const more = gap.routeCount - Math.min(named, gap.routes.length);
  return (
    <tr className="border-b border-line align-top text-14">
      <td className="py-1.5 pr-3">
        <Day on={gap.from} />
        {gap.until !== gap.from && ` – ${formatDay(gap.until, locale)}`}
        <span className="ml-2 text-13 text-quiet">{t('delegation.days', { n: gap.days })}</span>
      </td>
      <td className="py-1.5 pr-3 font-bold">
        {gap.seat ? `${gap.seat.unitName} ${gap.seat.postTitle}` : t('delegation.wholeRoute')}
      </td>
      <td className="py-1.5 pr-3">{gap.reason}</td>
      <td className="py-1.5 text-13">
        {gap.routes.slice(0, named).map((route) => (
          <span key={`${route.matterType} ${route.rule} ${route.unitName}`} className="block">
            {route.matterTypeName} {route.rule} ({route.unitName})
          </span>
        ))}
        {more > 0 && t('delegation.moreRoutes', { n: more })}
      </td>
    </tr>
  );
}

const heads = ['period', 'seat', 'why', 'routes'] as const;

function Gaps({ gaps }: { gaps: Coverage['gaps'] }) {
  const t = useT();
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t('delegation.tab.coverage')}>
      <table className="w-full min-w-160 border-collapse">
        <caption className="sr-only">{t('delegation.tab.coverage')}</caption>
        <thead className="border-b border-solid-gray-536 text-left text-13">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="pr-3 font-normal">
                {t(`delegation.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gaps.map((gap) => (
            <GapLine key={`${gap.from} ${gap.seat?.postCode} ${gap.seat?.unitName} ${gap.why}`} gap={gap} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** 経路の点検: where a route would stop on one of the next open days, because nobody may act. */
export function CoveragePanel() {
  const { t, locale } = useLanguage();
  const coverage = useCoverage(ahead);
  const { data } = coverage;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-14">{t('delegation.coverageHelp')}</p>
      {coverage.error && <ProblemNote error={coverage.error} onRetry={() => void coverage.refetch()} />}
      {coverage.isPending && <Loading lines={6} />}
      {data && (
        <>
          <p className="text-14">
            {t('delegation.coverageOf', {
              from: formatDay(data.from, locale),
              until: formatDay(data.until, locale),
              days: data.days,
              routes: data.routes,
            })}
          </p>
          <p role="status" className="font-bold">
            {data.gaps.length === 0 ? t('delegation.covered') : t('delegation.gaps', { n: data.gaps.length })}
          </p>
          {data.gaps.length > 0 && <Gaps gaps={data.gaps} />}
        </>
      )}
    </div>
  );
}
