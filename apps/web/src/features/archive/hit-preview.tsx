import { Link } from '@tanstack/react-router';
import { type ComponentProps } from 'react';
import { useApproval } from '../../shared/api/approval';
import { useDocument } from '../../shared/api/documents';
import { useReceipt } from '../../shared/api/receipts';
import type { AskedCondition, SearchHit } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { DocumentHead } from '../../shared/pane/document-head';
import { ReceiptChips } from '../../shared/receipt/receipt-chips';
import { ReceiptFacts } from '../../shared/receipt/receipt-facts';
import { DocumentSheet } from '../../shared/sheet/document-sheet';
import { later } from '../../shared/ui/later';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { useDebounced } from '../../shared/ui/use-debounced';
import { documentAddress } from './archive-search';

const AttachmentView = later(() => import('../../shared/pane/attachment-view'), <Loading lines={6} />);

interface HitPreviewProps {
  readonly hit: SearchHit;
  readonly conditions: readonly AskedCondition[] | undefined;
}

/** What stands under the cursor, beside the hits. */
export function HitPreview(props: HitPreviewProps) {
  return props.hit.kind === 'receipt' ? <ReceiptPreview {...props} /> : <DocumentPreview {...props} />;
}

/** The file in which the words stand, at its page. */
function FoundFile({ attachment, page, marks }: ComponentProps<typeof AttachmentView>) {
  return (
    <div key={`${attachment.id}${page}`} className="border-b border-line">
      <AttachmentView attachment={attachment} page={page} marks={marks} />
    </div>
  );
}

function ReceiptPreview({ hit, conditions }: HitPreviewProps) {
  const t = useT();
  const id = useDebounced(hit.documentId, 120);
  const { data, error } = useReceipt(id);
  if (error)
    return (
      <div className="p-3">
        <ProblemNote error={error} />
      </div>
    );
  if (!data) return <Loading lines={8} />;
  const attachment = data.attachments.find((one) => one.id === hit.snippet?.attachmentId);
  const address = documentAddress(hit, conditions);
  return (
    <>
      <header className="flex flex-col gap-2 px-4 py-3">
        <p className="flex flex-wrap items-center gap-2">
          <ReceiptChips item={data} />
        </p>
        <h2 className="text-18 leading-140">{data.subject}</h2>
        <p>
          <Link to="/receipts/$id" params={{ id }} search={address} className="text-13 text-key-900 underline">
            {t('search.openReceipt')}
          </Link>
        </p>
      </header>
      {attachment && address.page !== undefined && (
        <FoundFile attachment={attachment} page={address.page} marks={address.mark} />
      )}
      <div className="px-4 pb-4">
        <ReceiptFacts receipt={data} />
      </div>
    </>
  );
}

function DocumentPreview({ hit, conditions }: HitPreviewProps) {
  const t = useT();
  const id = useDebounced(hit.documentId, 120);
  const document = useDocument(id);
  // What was never submitted has no approval to ask for.
  const approval = useApproval(document.data && document.data.draftNumber !== null ? id : null);
  if (document.error)
    return (
      <div className="p-3">
        <ProblemNote error={document.error} />
      </div>
    );
  if (!document.data) return <Loading lines={8} />;
  const attachment = document.data.attachments.find(({ id: one }) => one === hit.snippet?.attachmentId);
  const address = documentAddress(hit, conditions);
  return (
    <>
      <DocumentHead document={document.data} approval={approval.data} heading="h2">
        <p>
          <Link to="/documents/$id" params={{ id }} search={address} className="text-13 text-key-900 underline">
            {t('inbox.openDocument')}
          </Link>
        </p>
      </DocumentHead>
      {attachment && address.page !== undefined && (
        <FoundFile attachment={attachment} page={address.page} marks={address.mark} />
      )}
      <div className="bg-desk p-4">
        <DocumentSheet document={document.data} />
      </div>
    </>
  );
}
