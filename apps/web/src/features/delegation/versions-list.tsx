import { Link } from '@tanstack/react-router';
import type { DelegationTableSummary } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { Chip, type ChipTone } from '../../shared/ui/chip';
import { cx } from '../../shared/ui/class-names';
import type { DelegationTab } from './delegation-search';

const tones: Readonly<Record<DelegationTableSummary['state'], ChipTone>> = {
  draft: 'again',
  proposed: 'warn',
  scheduled: 'level',
  in_force: 'good',
  past: 'plain',
  withdrawn: 'plain',
};

interface VersionsListProps {
  tables: readonly DelegationTableSummary[];
  current: number | null;
  tab: DelegationTab;
}

/** 現行・下書き・予約: every version, and how many matters under way keep it. */
export function VersionsList({ tables, current, tab }: VersionsListProps) {
  const t = useT();
  return (
    <nav aria-label={t('delegation.versions')}>
      <ul className="flex flex-wrap gap-2">
        {tables.map((table) => (
          <li key={table.id}>
            <Link
              to="/delegation"
              search={{ id: table.id, tab }}
              aria-current={table.id === current ? 'page' : undefined}
              className={cx(
                'touch-target flex flex-col rounded-8 border px-3 py-2',
                table.id === current ? 'border-2 border-key-900 bg-key-50' : 'border-line bg-white',
              )}
            >
              <span className="flex items-center gap-2">
                <Chip tone={tones[table.state]}>{t(`delegation.state.${table.state}`)}</Chip>
                <b className="text-14">{table.words}</b>
              </span>
              <span className="text-13 text-quiet">
                {table.openCases > 0
                  ? t('delegation.openCases', { n: table.openCases })
                  : table.createdByName && t('delegation.by', { name: table.createdByName })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
