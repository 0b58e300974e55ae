import { Link } from '@tanstack/react-router';
import { useApproval } from '../../shared/api/approval';
import { useDocument } from '../../shared/api/documents';
import type { SearchHit } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { DocumentHead } from '../../shared/pane/document-head';
import { DocumentSheet } from '../../shared/sheet/document-sheet';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { useDebounced } from '../../shared/ui/use-debounced';

/** The document under the cursor, beside the hits. */
export function HitPreview({ hit }: { hit: SearchHit }) {
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
  const file = hit.snippet?.attachmentId ? { file: `a:${hit.snippet.attachmentId}` } : {};
  return (
    <>
      <DocumentHead document={document.data} approval={approval.data} heading="h2">
        <p>
          <Link to="/documents/$id" params={{ id }} search={file} className="text-13 text-key-900 underline">
            {t('inbox.openDocument')}
          </Link>
        </p>
      </DocumentHead>
      <div className="bg-desk p-4">
        <DocumentSheet document={document.data} />
      </div>
    </>
  );
}
