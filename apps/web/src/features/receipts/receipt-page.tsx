import { useParams } from '@tanstack/react-router';
import { useReceipt, type Receipt } from '../../shared/api/receipts';
import { CirculationPanel } from '../../shared/circulation/circulation-panel';
import { confidentialityLabel } from '../../shared/i18n/labels';
import { useLanguage } from '../../shared/i18n/translate';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay, townDay, townTime } from '../../shared/wareki/format';
import { RefusedActs, ReceiptActs } from './receipt-acts';
import { ReceiptChips } from './receipt-chips';
import { ReceiptCourse } from './receipt-course';
import { ReceiptFiles } from './receipt-files';

function Facts({ receipt }: { receipt: Receipt }) {
  const { t, locale } = useLanguage();
  const at = (instant: string | null, by: string | null = null) =>
    instant === null
      ? t('common.none')
      : t('receipt.byAt', { at: `${formatDay(townDay(instant), locale)} ${townTime(instant)}`, by: by ?? '' });
  const day = (iso: string | null) => (iso === null ? t('common.none') : formatDay(iso, locale));
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
    [t('receipt.confidentiality'), t(confidentialityLabel(receipt.confidentiality))],
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
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
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

/** One receipt: what came, who reads it, how it goes on. */
export function ReceiptPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/shell/receipts/$id' });
  const receipt = useReceipt(id);
  if (receipt.error) return <ProblemNote error={receipt.error} onRetry={() => void receipt.refetch()} />;
  if (!receipt.data) return <Loading lines={10} />;
  const { data } = receipt;
  return (
    <Page title={data.subject}>
      <p className="flex flex-wrap items-center gap-2">
        <ReceiptChips item={data} />
      </p>
      <ReceiptActs receipt={data} />
      <RefusedActs receipt={data} />
      <div className="grid gap-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          <Facts receipt={data} />
          <ReceiptCourse receipt={data} />
          <section aria-labelledby="receipt-circulations" className="flex flex-col gap-2">
            <h2 id="receipt-circulations" className="text-16">
              {t('circ.heading')}
            </h2>
            <CirculationPanel subject={{ kind: 'receipt', id }} />
          </section>
        </div>
        <div className="min-w-0">
          <ReceiptFiles receipt={data} />
        </div>
      </div>
    </Page>
  );
}
