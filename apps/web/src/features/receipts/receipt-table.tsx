import { Link } from '@tanstack/react-router';
import type { ReceiptListItem } from '../../shared/api/receipts';
import { useLanguage } from '../../shared/i18n/translate';
import { DayOf, Moment } from '../../shared/wareki/day';
import { formatDay } from '../../shared/wareki/format';
import { ReceiptChips } from '../../shared/receipt/receipt-chips';

function ReceiptRow({ item }: { item: ReceiptListItem }) {
  const { t, locale } = useLanguage();
  return (
    <tr className="border-b border-line align-top hover:bg-solid-gray-50">
      <td className="w-36 py-2 pr-3 text-13">{item.receiptNumber ?? t('receipts.noNumber')}</td>
      <td className="py-2 pr-3">
        <Link to="/receipts/$id" params={{ id: item.id }} className="font-bold text-key-900 underline">
          {item.subject}
        </Link>
        <p className="flex flex-wrap gap-x-3 text-13 text-quiet">
          <span>{item.sender}</span>
          {item.senderNumber && <span>{item.senderNumber}</span>}
          <span>{item.kindName}</span>
          <span>{item.section.name}</span>
          {item.attachmentCount > 0 && <span>{t('receipts.attachments', { n: item.attachmentCount })}</span>}
          {item.required > 0 && <span>{t('receipts.ofReaders', { read: item.read, required: item.required })}</span>}
          <span className="@2xl:hidden">
            <DayOf at={item.arrivalAt} />
          </span>
        </p>
        <p className="mt-1 flex flex-wrap gap-1">
          <ReceiptChips item={item} />
        </p>
      </td>
      <td className="hidden w-36 py-2 pr-3 text-13 @2xl:table-cell">
        <Moment at={item.arrivalAt} />
      </td>
      <td className="hidden w-32 py-2 text-13 @2xl:table-cell">
        {item.replyDueOn && formatDay(item.replyDueOn, locale)}
      </td>
    </tr>
  );
}

/** Receipts as rows; it is also the print view of the ledger. */
export function ReceiptTable({ items }: { items: readonly ReceiptListItem[] }) {
  const { t } = useLanguage();
  return (
    <div className="@container">
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('nav.receipts')}</caption>
        <thead className="border-b border-solid-gray-536 text-left text-13">
          <tr>
            <th scope="col" className="py-1 font-normal">
              {t('receipt.number')}
            </th>
            <th scope="col" className="font-normal">
              {t('receipts.subject')}
            </th>
            <th scope="col" className="hidden font-normal @2xl:table-cell">
              {t('receipts.arrival')}
            </th>
            <th scope="col" className="hidden font-normal @2xl:table-cell">
              {t('receipts.due')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ReceiptRow key={item.id} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
