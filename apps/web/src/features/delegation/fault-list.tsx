import type { TableFault } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { cellId } from './rule-cell';
import { columnOfFault, type RuleColumn } from './rule-rows';

/** The words of the first error at a cell; null when it is sound. */
export function faultAt(faults: readonly TableFault[], row: number, column: RuleColumn): string | null {
  const found = faults.find((fault) => fault.row === row && columnOfFault[fault.column] === column);
  return found?.severity === 'error' ? found.message : null;
}

function toCell({ row, column }: TableFault) {
  const name = columnOfFault[column];
  if (name) document.getElementById(cellId(row, name))?.focus();
}

/** What the checks found, each with the way to its cell. */
export function FaultList({ faults }: { faults: readonly TableFault[] }) {
  const t = useT();
  return (
    <section aria-label={t('delegation.faults')} className="flex flex-col gap-1">
      <h2 className="text-16">{t('delegation.faults')}</h2>
      {faults.length === 0 && <p className="text-14">{t('delegation.noFaults')}</p>}
      <ul className="flex flex-col divide-y divide-line text-14">
        {faults.map((fault) => (
          <li key={`${fault.row} ${fault.column} ${fault.code} ${fault.message}`} className="flex flex-wrap gap-2 py-1">
            <Chip tone={fault.severity === 'error' ? 'urgent' : 'warn'}>{t(`delegation.${fault.severity}`)}</Chip>
            {fault.row === 0 ? (
              <span>{t('delegation.whole')}</span>
            ) : (
              <Button look="link" className="py-0" onClick={() => toCell(fault)}>
                {t('delegation.toCell', { row: fault.row })}
              </Button>
            )}
            <span className="min-w-0 flex-1">{fault.message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
