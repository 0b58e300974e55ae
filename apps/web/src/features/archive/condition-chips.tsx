import { Link } from '@tanstack/react-router';
import type { SearchResult } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { withFolding, withoutAsked, type ArchiveSearch } from './archive-search';
import { conditionLabel } from './facet-label';

interface Chip {
  readonly text: string;
  readonly without: ArchiveSearch;
}

/** Every active condition as the server understood it, each with its own way out; variant forms among them. */
export function ConditionChips({ search, result }: { search: ArchiveSearch; result: SearchResult | undefined }) {
  const { t, locale } = useLanguage();
  if (!result) return null;
  const conditions = result.conditions.map((asked): Chip => ({
    text: conditionLabel(asked, result.facets, { t, locale }),
    without: withoutAsked(search, asked),
  }));
  const foldings = result.foldings.flatMap(({ name, on, forms }): Chip[] => {
    const without = withFolding(search, name);
    if (!on) return [{ text: t(`folding.off.${name}`), without }];
    return forms.length > 0
      ? [{ text: t('search.variants', { forms: forms.map((group) => [...group].join(' ')).join(' / ') }), without }]
      : [];
  });
  return [...conditions, ...foldings].map(({ text, without }, index) => (
    <Link
      key={`${index}${text}`}
      to="/search"
      search={without}
      aria-label={t('search.dropCondition', { condition: text })}
      className="touch-target inline-flex items-center gap-1 rounded-4 border border-key-900 bg-key-50 px-2 text-13 font-bold text-key-900"
    >
      {text} <span aria-hidden="true">×</span>
    </Link>
  ));
}
