import { Link } from '@tanstack/react-router';
import type { SearchResult } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { formatDay } from '../../shared/wareki/format';
import { chosenValues, facetNames, withCondition, withFacet, type ArchiveSearch } from './archive-search';

interface Chip {
  readonly text: string;
  readonly without: ArchiveSearch;
}

/** Every active condition, each with its own way out. */
export function ConditionChips({
  search,
  facets,
}: {
  search: ArchiveSearch;
  facets: SearchResult['facets'] | undefined;
}) {
  const { t, locale } = useLanguage();
  const facetChips = facetNames.flatMap((name) =>
    chosenValues(search, name).map((value): Chip => {
      const label = facets?.[name].find((facet) => facet.value === value)?.label ?? value;
      return { text: `${t(`facet.${name}`)}: ${label}`, without: withFacet(search, name, value) };
    }),
  );
  const dayChips = (['from', 'to'] as const).flatMap((name): Chip[] => {
    const value = search[name];
    if (!value) return [];
    return [
      { text: `${t(`search.${name}`)}: ${formatDay(value, locale)}`, without: withCondition(search, name, null) },
    ];
  });
  return [...facetChips, ...dayChips].map(({ text, without }) => (
    <Link
      key={text}
      to="/search"
      search={without}
      aria-label={t('search.dropCondition', { condition: text })}
      className="touch-target inline-flex items-center gap-1 rounded-4 border border-key-900 bg-key-50 px-2 text-13 font-bold text-key-900"
    >
      {text} <span aria-hidden="true">×</span>
    </Link>
  ));
}
