import type { BulkPreview, BulkResult } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

interface BulkOutcomesProps {
  result: BulkResult;
  /** Ticked, but not sent: the sheet before said why. */
  leftOut: BulkPreview['excluded'];
  onClose: () => void;
}

/** What became of each ticked document; those that were not applied stand first, with the reason. */
export function BulkOutcomes({ result, leftOut, onClose }: BulkOutcomesProps) {
  const t = useT();
  const left = [
    ...leftOut.map((line) => ({ ...line, outcome: 'excluded' as const })),
    ...result.outcomes.filter((line) => line.outcome !== 'applied' && line.outcome !== 'staged'),
  ];
  const done = result.outcomes.filter((line) => line.outcome === 'applied' || line.outcome === 'staged');
  return (
    <SheetDialog title={t('bulk.applied', { n: done.length })} onClose={onClose}>
      {result.staged > 0 && <p>{t('bulk.staged')}</p>}
      <p role="status">{left.length === 0 ? t('bulk.allApplied') : t('bulk.left', { n: left.length })}</p>
      <ul
        className="max-h-[50vh] divide-y divide-line overflow-y-auto border-y border-solid-gray-420"
        data-scrolls
        tabIndex={0}
        aria-label={t('bulk.list')}
      >
        {left.map((line) => (
          <li key={line.seatId} className="py-1.5 text-13">
            <Chip tone="urgent">{t(`bulk.outcome.${line.outcome}`)}</Chip> <b>{line.title}</b> {line.reason}
          </li>
        ))}
        {done.map((line) => (
          <li key={line.seatId} className="py-1.5 text-13">
            <Chip tone="good">{t(`bulk.outcome.${line.outcome}`)}</Chip> {line.title} {line.dispatchNumber}
          </li>
        ))}
      </ul>
      <SheetFoot>
        <Button autoFocus look="primary" onClick={onClose}>
          {t('bulk.backToInbox')}
        </Button>
      </SheetFoot>
    </SheetDialog>
  );
}
