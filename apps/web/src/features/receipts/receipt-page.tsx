import { useParams, useSearch } from '@tanstack/react-router';
import { useReceipt } from '../../shared/api/receipts';
import { CirculationPanel } from '../../shared/circulation/circulation-panel';
import { useT } from '../../shared/i18n/translate';
import { ReceiptChips } from '../../shared/receipt/receipt-chips';
import { ReceiptFacts } from '../../shared/receipt/receipt-facts';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { RefusedActs, ReceiptActs } from './receipt-acts';
import { ReceiptCourse } from './receipt-course';
import { ReceiptFiles } from './receipt-files';

/** One receipt: what came, who reads it, how it goes on. */
export function ReceiptPage() {
  const t = useT();
  const { id } = useParams({ from: '/shell/receipts/$id' });
  const at = useSearch({ from: '/shell/receipts/$id' });
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
          <ReceiptFacts receipt={data} />
          <ReceiptCourse receipt={data} />
          <section aria-labelledby="receipt-circulations" className="flex flex-col gap-2">
            <h2 id="receipt-circulations" className="text-16">
              {t('circ.heading')}
            </h2>
            <CirculationPanel subject={{ kind: 'receipt', id }} />
          </section>
        </div>
        <div className="min-w-0">
          <ReceiptFiles receipt={data} at={at} />
        </div>
      </div>
    </Page>
  );
}
