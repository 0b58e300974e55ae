import { Link } from '@tanstack/react-router';
import type { AskedCondition, SearchResult } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { formatNumber } from '../../shared/money/yen';
import { conditionsOf, isAsked, withFolding, withoutAsked, type ArchiveSearch } from './archive-search';
import { conditionLabel } from './facet-label';

/** No hit: says which condition could be dropped, and how many documents would then be found; each a step away. */
export function EmptyResult({ search, result }: { search: ArchiveSearch; result: SearchResult }) {
  const { t, locale } = useLanguage();
  if (!isAsked(conditionsOf(search))) return <p className="p-6">{t('search.nothingAsked')}</p>;
  const counted = (found: AskedCondition['without']) => {
    if (found === null) return '';
    return t(found.countCapped ? 'search.countCapped' : 'search.count', { n: formatNumber(found.count) });
  };
  const ways = [
    ...result.conditions.map((asked) => ({
      text: t('search.without', { condition: conditionLabel(asked, result.facets, { t, locale }) }),
      found: asked.without,
      to: withoutAsked(search, asked),
    })),
    ...result.foldings
      .filter(({ on }) => !on)
      .map(({ name, whenOn }) => ({
        text: t('search.withFolding', { folding: t(`folding.${name}`) }),
        found: whenOn,
        to: withFolding(search, name),
      })),
  ].toSorted((a, b) => (b.found?.count ?? -1) - (a.found?.count ?? -1));
  return (
    <div className="flex flex-col gap-3 p-6">
      <p className="text-16 font-bold">{t('search.none')}</p>
      <p>{t('search.noneHelp')}</p>
      <ul aria-label={t('search.ways')} className="flex flex-col gap-1">
        {ways.map(({ text, found, to }, index) => (
          <li key={`${index}${text}`} className="flex flex-wrap items-center gap-3">
            <Link to="/search" search={to} className="touch-target inline-flex items-center text-key-900 underline">
              {text}
            </Link>
            <span className="tabular-nums">{counted(found)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
