import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useApproval } from '../../shared/api/approval';
import { useDocument } from '../../shared/api/documents';
import type { AskedCondition, SearchHit } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { DocumentHead } from '../../shared/pane/document-head';
import { DocumentSheet } from '../../shared/sheet/document-sheet';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { useDebounced } from '../../shared/ui/use-debounced';
import { documentAddress } from './archive-search';

const AttachmentView = lazy(() => import('../../shared/pane/attachment-view'));

/** The document under the cursor, beside the hits. */
export function HitPreview({ hit, conditions }: { hit: SearchHit; conditions: readonly AskedCondition[] | undefined }) {
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
        <div key={`${attachment.id}${address.page}`} className="border-b border-line">
          <Suspense fallback={<Loading lines={6} />}>
            <AttachmentView attachment={attachment} page={address.page} marks={address.mark} />
          </Suspense>
        </div>
      )}
      <div className="bg-desk p-4">
        <DocumentSheet document={document.data} />
      </div>
    </>
  );
}
