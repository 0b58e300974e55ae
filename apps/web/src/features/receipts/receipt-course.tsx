import { Link } from '@tanstack/react-router';
import type { Receipt, ReceiptEnding } from '../../shared/api/receipts';
import { stateLabel } from '../../shared/i18n/labels';
import type { DocumentState } from '../../shared/api/types';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { Moment } from '../../shared/wareki/day';

function EndingLine({ ending }: { ending: ReceiptEnding }) {
  const t = useT();
  const what =
    ending.kind === 'rerouted'
      ? t('receipt.reroutedTo', { from: ending.section.name, to: ending.toSection?.name ?? '' })
      : t(`receipt.state.${ending.kind}`);
  return (
    <li className="flex flex-col py-1.5">
      <span className={ending.undoneAt ? 'text-quiet line-through' : 'font-bold'}>{what}</span>
      <span className="text-13 text-quiet">
        <Moment at={ending.at} /> {ending.byPostTitle} {ending.byName}
      </span>
      {ending.reason && <span className="whitespace-pre-wrap">{ending.reason}</span>}
      {ending.undoReason && (
        <span>
          {t('receipt.undone', { reason: ending.undoReason })}{' '}
          <span className="text-13 text-quiet">{ending.undoneByName}</span>
        </span>
      )}
    </li>
  );
}

/** How the handling went: routings, the ending, what was taken back, and the draft that took it over. */
export function ReceiptCourse({ receipt }: { receipt: Receipt }) {
  const { t } = useLanguage();
  const { draft, endings } = receipt;
  return (
    <section aria-labelledby="receipt-course" className="flex flex-col gap-2">
      <h2 id="receipt-course" className="text-16">
        {t('receipt.course')}
      </h2>
      {draft && (
        <p className="flex flex-wrap items-center gap-2">
          {t('receipt.draft')}
          {draft.title === null ? (
            <span>{t('receipt.draftHidden')}</span>
          ) : (
            <Link to="/documents/$id" params={{ id: draft.documentId }} className="font-bold text-key-900 underline">
              {draft.title || t('document.untitled')}
            </Link>
          )}
          <Chip>{t(stateLabel(draft.state as DocumentState))}</Chip>
          <span className="text-13">{draft.dispatchNumber ?? draft.draftNumber}</span>
        </p>
      )}
      {endings.length === 0 && <p>{t('receipt.noCourse')}</p>}
      <ol className="divide-y divide-line">
        {endings.map((ending) => (
          <EndingLine key={ending.no} ending={ending} />
        ))}
      </ol>
    </section>
  );
}
