import type { Receipt } from '../api/receipts';
import { confidentialityLabel } from '../i18n/labels';
import { useLanguage } from '../i18n/translate';
import { formatDay, townDay, townTime } from '../wareki/format';

/** What came, from whom, and when. */
export function ReceiptFacts({ receipt }: { receipt: Receipt }) {
  const { t, locale } = useLanguage();
  const at = (instant: string | null, by: string | null = null) =>
    instant === null
      ? t('common.none')
      : t('receipt.byAt', { at: `${formatDay(townDay(instant), locale)} ${townTime(instant)}`, by: by ?? '' });
  const day = (iso: string | null) => (iso === null ? t('common.none') : formatDay(iso, locale));
  const kind = t(confidentialityLabel(receipt.confidentiality));
  const secrecy =
    receipt.confidentialUntil === null
      ? kind
      : t('receipt.secretUntil', { secrecy: kind, day: day(receipt.confidentialUntil) });
  const facts: [string, string][] = [
    [t('receipt.number'), receipt.receiptNumber ?? t('receipts.noNumber')],
    [t('receipt.kind'), receipt.kindName],
    [t('receipt.sender'), receipt.sender],
    [t('receipt.senderNumber'), receipt.senderNumber ?? t('common.none')],
    [t('receipt.senderDate'), day(receipt.senderDate)],
    [t('receipt.channel'), t(`receipt.channel.${receipt.channel}`)],
    [t('receipt.section'), receipt.section.name],
    [t('receipt.arrivalAt'), at(receipt.arrivalAt)],
    [t('receipt.receivedAt'), at(receipt.receivedAt, receipt.receivedByName)],
    [t('receipt.acceptedAt'), at(receipt.acceptedAt, receipt.acceptedByName)],
    [t('receipt.replyDueOn'), receipt.replyDueOn === null ? t('receipt.reply.none') : day(receipt.replyDueOn)],
    [t('receipt.confidentiality'), secrecy],
    [t('receipt.registered'), at(receipt.registeredAt, receipt.registeredByName)],
    ...(receipt.backDatingReason
      ? [[t('receipt.backDatingReason'), receipt.backDatingReason] as [string, string]]
      : []),
    ...(receipt.note ? [[t('receipt.note'), receipt.note] as [string, string]] : []),
  ];
  return (
    <section aria-labelledby="receipt-facts" className="flex flex-col gap-2">
      <h2 id="receipt-facts" className="text-16">
        {t('receipt.facts')}
      </h2>
      <dl className="grid grid-cols-[fit-content(45%)_1fr] gap-x-4 gap-y-1">
        {facts.map(([label, text]) => (
          <div key={label} className="contents">
            <dt className="text-quiet">{label}</dt>
            <dd className="whitespace-pre-wrap">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
