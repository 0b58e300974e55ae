import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ActBar } from '../../shared/acts/act-bar';
import { actShortcuts } from '../../shared/acts/act-shortcuts';
import { useActs } from '../../shared/acts/use-acts';
import { useApproval, useMarkRead } from '../../shared/api/approval';
import { useDocument } from '../../shared/api/documents';
import type { Approval, Document } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { useShortcuts } from '../../shared/keys/shortcuts';
import { DocumentHead } from '../../shared/pane/document-head';
import { attachmentTabs, defaultTab, useDocumentTabs } from '../../shared/pane/use-document-tabs';
import { later } from '../../shared/ui/later';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { usePageTitle } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Button } from '../../shared/ui/button';
import { PaneSplit } from '../../shared/ui/pane-split';
import { useWide } from '../../shared/ui/use-wide';
import { Tabs } from '../../shared/ui/tabs';
import { CirculationPanel } from '../../shared/circulation/circulation-panel';
import { DocumentLinks } from './document-links';
import type { DocumentSearch } from './document-search';
import { ReceiptReferences } from './receipt-references';
import { executionTab } from './execution-panel';
import { FilingPanel, HeldMark } from './filing-panel';
import { usePrint } from './use-print';

const DocumentPrint = later(async () => ({ default: (await import('./document-print')).DocumentPrint }));

interface PanesProps {
  document: Document;
  approval: Approval | undefined;
  onPrint: () => void;
}

function DocumentPanes({ document, approval, onPrint }: PanesProps) {
  const t = useT();
  const navigate = useNavigate({ from: '/documents/$id' });
  const search = useSearch({ from: '/shell/documents/$id' });
  const twoPanes = useWide(64) && document.attachments.length > 0;
  const files = attachmentTabs(document, search);
  const filing = {
    key: 'filing',
    label: t('tab.filing'),
    panel: () => (
      <div className="p-4">
        <FilingPanel document={document} />
      </div>
    ),
  };
  const circulations = {
    key: 'circulations',
    label: t('circ.tab'),
    panel: () => (
      <div className="p-4">
        <CirculationPanel subject={{ kind: 'document', id: document.id }} />
      </div>
    ),
  };
  const tabs = [
    ...useDocumentTabs(document, approval),
    executionTab(document, t('tab.execution')),
    filing,
    circulations,
    ...(twoPanes ? [] : files),
  ];
  const acts = useActs({ title: document.title, approval, document, onActed: () => undefined });
  const markRead = useMarkRead();
  const announce = useAnnounce();
  useShortcuts([
    { keys: ['a'], label: 'key.approve', run: acts.agree },
    ...actShortcuts(acts),
    { keys: ['z'], label: 'key.recall', run: () => acts.startKind('recall') },
    {
      keys: ['v'],
      label: 'key.markRead',
      run: () =>
        markRead.mutate(
          { documentId: document.id, attachmentIds: [] },
          { onSuccess: () => announce(t('acts.markedRead', { title: document.title })) },
        ),
    },
  ]);
  const show = (change: DocumentSearch) =>
    void navigate({
      to: '/documents/$id',
      params: { id: document.id },
      search: (old) => ({ ...old, ...change }),
      replace: true,
    });
  const tab = tabs.find((one) => one.key === search.tab)?.key ?? defaultTab(document);
  const file = files.find((one) => one.key === search.file)?.key ?? files[0]?.key ?? '';
  const beside = files.find((one) => one.key === search.beside)?.key;
  const reading = (
    <div className="flex h-full min-h-0 min-w-0 flex-col short:overflow-y-auto over-foot">
      <div className="max-h-1/2 shrink-0 overflow-y-auto short:max-h-none">
        <DocumentHead document={document} approval={approval} heading="h1">
          <ReceiptReferences documentId={document.id} />
          <DocumentLinks document={document} onPrint={onPrint} />
          <HeldMark document={document} />
        </DocumentHead>
      </div>
      <Tabs
        label={t('tab.label')}
        items={tabs}
        current={tab}
        onChange={(key) => show({ tab: key })}
        panelClass={tab === 'sheet' ? 'bg-desk' : ''}
      />
      {!twoPanes && <ActBar approval={approval} acts={acts} />}
    </div>
  );
  if (!twoPanes) return <div className="h-full">{reading}</div>;
  const enclosures = (
    <section aria-label={t('attachments.heading')} className="flex min-h-0 min-w-0 flex-col short:overflow-y-auto">
      {files.length > 1 && !beside && (
        <p className="no-print border-b border-line bg-white px-3 pt-1">
          <Button look="link" onClick={() => show({ beside: files.find(({ key }) => key !== file)?.key ?? file })}>
            {t('pdf.beside')}
          </Button>
        </p>
      )}
      <Tabs
        label={t('attachments.heading')}
        items={files}
        current={file}
        onChange={(key) => show({ file: key, page: 0, mark: [] })}
        panelClass="bg-desk"
      />
      <ActBar approval={approval} acts={acts} />
    </section>
  );
  const other = beside && (
    <section aria-label={t('pdf.other')} className="flex min-h-0 min-w-0 flex-col short:overflow-y-auto">
      <p className="flex flex-wrap items-center gap-2 border-b border-line bg-white px-3 pt-1">
        <b className="min-w-0 truncate">{document.title}</b>
        <Button look="link" onClick={() => show({ beside: undefined })}>
          {t('pdf.notBeside')}
        </Button>
      </p>
      <Tabs
        label={t('pdf.other')}
        items={files}
        current={beside}
        onChange={(key) => show({ beside: key })}
        panelClass="bg-desk"
      />
    </section>
  );
  return other ? (
    <PaneSplit key="beside" name="beside" first={50} left={other} right={enclosures} />
  ) : (
    <PaneSplit key="document" name="document" first={58} left={reading} right={enclosures} />
  );
}

/** One document: its sheet, what changed, its course, its filing; enclosures and acts beside it. */
export function DocumentPage() {
  const { id } = useParams({ from: '/shell/documents/$id' });
  const document = useDocument(id);
  // What was never submitted has no approval to ask for.
  const approval = useApproval(document.data && document.data.draftNumber !== null ? id : null);
  const { printing, print, onReady } = usePrint();
  usePageTitle(document.data?.title ?? '');
  if (document.error)
    return (
      <div className="p-4">
        <ProblemNote error={document.error} onRetry={() => void document.refetch()} />
      </div>
    );
  if (!document.data) return <Loading lines={10} />;
  return (
    <div className="h-full">
      <div className="no-print h-full">
        <DocumentPanes key={id} document={document.data} approval={approval.data} onPrint={print} />
      </div>
      {printing && <DocumentPrint document={document.data} approval={approval.data} onReady={onReady} />}
    </div>
  );
}
