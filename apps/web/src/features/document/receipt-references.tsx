import { Link } from '@tanstack/react-router';
import { useReceiptsOfDocument } from '../../shared/api/receipts';
import { useLanguage } from '../../shared/i18n/translate';
import { DayOf } from '../../shared/wareki/day';
import { formatDay } from '../../shared/wareki/format';

/** The receipts that this document answers; nothing when there are none. */
export function ReceiptReferences({ documentId }: { documentId: string }) {
  const { t, locale } = useLanguage();
  const receipts = useReceiptsOfDocument(documentId);
  const items = receipts.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <ul aria-label={t('receipt.answers')} className="text-13">
      {items.map((one) => (
        <li key={one.id} className="flex flex-wrap gap-x-2">
          <span>{t('receipt.answers')}</span>
          <span>{one.receiptNumber}</span>
          {one.readable ? (
            <Link to="/receipts/$id" params={{ id: one.id }} className="text-key-900 underline">
              {one.subject}
            </Link>
          ) : (
            <span>{t('receipt.hidden')}</span>
          )}
          <span>{one.sender}</span>
          {one.replyDueOn && <span>{`${t('receipt.replyDueOn')} ${formatDay(one.replyDueOn, locale)}`}</span>}
          <span className="text-quiet">
            <DayOf at={one.arrivalAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
