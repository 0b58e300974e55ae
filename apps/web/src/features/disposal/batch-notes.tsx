import { Link } from '@tanstack/react-router';
import type { DisposalBatch } from '../../shared/api/disposal';
import { useLanguage } from '../../shared/i18n/translate';
import { formatDay } from '../../shared/wareki/format';

const link = 'touch-target text-key-900 underline';

/** What has been said and decided about the list, and its papers. */
export function BatchNotes({ batch }: { batch: DisposalBatch }) {
  const { t, locale } = useLanguage();
  const day = (iso: string) => formatDay(iso, locale);
  const transferred = batch.files.some(
    ({ measure, state }) => measure === 'transfer' && (state === 'approved' || state === 'executed'),
  );
  const papers = `/api/v1/disposal-batches/${batch.id}`;
  const notes = [
    batch.returnedReason && t('disposal.returned', { reason: batch.returnedReason }),
    batch.step === 'consultation' && batch.opinionDueOn && t('disposal.opinionDue', { day: day(batch.opinionDueOn) }),
    batch.opinion && `${t('disposal.opinion')}: ${batch.opinion} (${batch.opinedName ?? ''})`,
    batch.underDecision && t('disposal.underDecision'),
    batch.step === 'execution' &&
      batch.executableOn &&
      !batch.startedName &&
      t('disposal.executable', { day: day(batch.executableOn) }),
    batch.needsConfirmation && t('disposal.needsThird'),
    batch.confirmedName && t('disposal.confirmed', { name: batch.confirmedName }),
    batch.step === 'execution' && batch.startedName && !batch.hasCertificate && t('disposal.running'),
  ].filter((note) => typeof note === 'string');
  return (
    <div className="flex flex-col gap-1" aria-live="polite">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p className="flex flex-wrap gap-4 empty:hidden">
        {batch.documentId && (
          <Link to="/documents/$id" params={{ id: batch.documentId }} className={link}>
            {t('disposal.decision')}
          </Link>
        )}
        {batch.hasCertificate && (
          <a href={`${papers}/certificate.pdf`} className={link}>
            {t('disposal.certificate')}
          </a>
        )}
        {transferred && (
          <>
            <a href={`${papers}/inventory.pdf`} className={link}>
              {t('disposal.inventory')}
            </a>
            <a href={`${papers}/inventory.csv`} className={link}>
              {t('disposal.inventoryCsv')}
            </a>
          </>
        )}
      </p>
    </div>
  );
}
