import { Link } from '@tanstack/react-router';
import type { SearchConditions } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { withCondition, type ArchiveSearch } from './archive-search';

const droppable = [
  'fiscalYear',
  'unit',
  'matterType',
  'state',
  'from',
  'to',
] as const satisfies readonly (keyof SearchConditions)[];

/** No hit: says which conditions could be dropped, each a step away. */
export function EmptyResult({ search, asked }: { search: ArchiveSearch; asked: boolean }) {
  const t = useT();
  const active = droppable.filter((name) => search[name]);
  if (!asked) return <p className="p-6">{t('search.nothingAsked')}</p>;
  return (
    <div className="flex flex-col gap-3 p-6">
      <p className="text-16 font-bold">{t('search.none')}</p>
      <p>{t('search.noneHelp')}</p>
      <ul className="list-disc pl-5">
        {active.map((name) => (
          <li key={name}>
            <Link to="/search" search={withCondition(search, name, null)} className="text-key-900 underline">
              {t('search.without', {
                condition: name === 'from' || name === 'to' ? t(`search.${name}`) : t(`facet.${name}`),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
