import type { RevisionChanges } from '../api/types';
import { useT } from '../i18n/translate';
import { Chip } from '../ui/chip';

type RowChange = RevisionChanges['fields'][number]['rows'][number];

function Row({ row }: { row: RowChange }) {
  const t = useT();
  const kinds = { added: t('changes.added'), removed: t('changes.removed'), changed: t('changes.rewritten') };
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span className="whitespace-nowrap">
        <Chip tone={row.change === 'added' ? 'good' : 'warn'}>{kinds[row.change]}</Chip>{' '}
        {t('changes.row', { n: row.after ?? row.before ?? 0 })}
      </span>
      {row.cells.map(({ column, before, after }) => (
        <span key={column}>
          <span className="text-13 text-quiet">{column}</span>{' '}
          {before !== null && <del className="bg-red-50 text-red-1000">{before}</del>}{' '}
          {after !== null && <ins className="bg-green-100 text-green-1100">{after}</ins>}
        </span>
      ))}
    </li>
  );
}

/** A table field row by row: what came, what went, and the cells that are others now. */
export function RowChanges({ rows }: { rows: readonly RowChange[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {rows.map((row) => (
        <Row key={`${row.before ?? ''}-${row.after ?? ''}`} row={row} />
      ))}
    </ul>
  );
}
