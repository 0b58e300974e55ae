import { Link } from '@tanstack/react-router';
import type { SearchResult } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { formatDay } from '../../shared/wareki/format';
import { facetNames, withCondition, type ArchiveSearch } from './archive-search';

/** Every active condition, each with its own way out. */
export function ConditionChips({
  search,
  facets,
}: {
  search: ArchiveSearch;
  facets: SearchResult['facets'] | undefined;
}) {
  const { t, locale } = useLanguage();
  const facetChips = facetNames.flatMap((name) => {
    const value = search[name];
    if (!value) return [];
    const label = facets?.[name].find((facet) => facet.value === value)?.label ?? value;
    return [{ name, text: `${t(`facet.${name}`)}: ${label}` }];
  });
  const dayChips = (['from', 'to'] as const).flatMap((name) => {
    const value = search[name];
    return value ? [{ name, text: `${t(`search.${name}`)}: ${formatDay(value, locale)}` }] : [];
  });
  return [...facetChips, ...dayChips].map(({ name, text }) => (
    <Link
      key={name}
      to="/search"
      search={withCondition(search, name, null)}
      aria-label={t('search.dropCondition', { condition: text })}
      className="touch-target inline-flex items-center gap-1 rounded-4 border border-key-900 bg-key-50 px-2 text-13 font-bold text-key-900"
    >
      {text} <span aria-hidden="true">×</span>
    </Link>
  ));
}
