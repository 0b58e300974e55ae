import { useEffect } from 'react';
import { useMe } from '../../shared/api/session';
import { useT } from '../../shared/i18n/translate';
import { prefetchPdfViewer } from '../../shared/pdf/lazy-pdf';
import { Button } from '../../shared/ui/button';
import { cx } from '../../shared/ui/class-names';
import { firstRest } from '../../shared/ui/first-rest';
import { LaterPaneLine } from '../../shared/ui/later-pane-line';
import { Loading } from '../../shared/ui/loading';
import { usePageTitle } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { InboxList } from './inbox-list';
import { InboxPane } from './inbox-pane';
import { InboxViews } from './inbox-views';
import { LaterBulkSheet, LaterSavedViews } from './later';
import { useInboxScreen } from './use-inbox-screen';

type Screen = ReturnType<typeof useInboxScreen>;

/** The right pane; on a narrow screen it takes the place of the list. */
function ShownDocument({ screen }: { screen: Screen }) {
  const t = useT();
  const { shown } = screen;
  const { item, document, approval } = shown;
  return (
    <section
      aria-label={t('inbox.pane')}
      className={cx(
        'flex min-h-0 min-w-0 flex-col overflow-hidden border-l border-line short:overflow-y-auto over-foot',
        !screen.reading && 'max-md:hidden',
      )}
    >
      <p className="border-b border-line p-2 md:hidden">
        <Button look="quiet" onClick={screen.closeRow}>
          {t('inbox.backToList')}
        </Button>
      </p>
      {document.error && (
        <div className="p-3">
          <ProblemNote error={document.error} onRetry={() => void document.refetch()} />
        </div>
      )}
      {item && document.isPending && <Loading lines={8} />}
      {item && document.data && (
        <InboxPane
          key={document.data.id}
          item={item}
          document={document.data}
          approval={approval.data}
          acts={screen.acts}
          tab={screen.shownTab}
          heading={screen.heading}
          reading={screen.reading}
          onTab={screen.showTab}
          onApprove={screen.approve}
        />
      )}
    </section>
  );
}

/** The inbox: what waits for me at the left, the document under the cursor at the right. */
export function InboxPage() {
  const t = useT();
  const me = useMe();
  const screen = useInboxScreen();
  const { bulk, setBulk } = screen;
  usePageTitle(t('nav.inbox'));
  useEffect(prefetchPdfViewer, []);
  useEffect(() => void firstRest.then(LaterBulkSheet.fetch), []);
  return (
    <div className="relative grid h-full grid-cols-1 md:grid-cols-[minmax(0,var(--pane-left,2fr))_minmax(0,var(--pane-right,3fr))] xl:grid-cols-[11.5rem_minmax(0,var(--pane-left,1.06fr))_minmax(0,var(--pane-right,1fr))]">
      <div className="hidden overflow-y-auto border-r border-line bg-solid-gray-50 xl:block">
        <InboxViews view={screen.search.view} />
        <LaterSavedViews current={screen.conditions} />
      </div>
      <InboxList
        className={cx(screen.reading && 'max-md:hidden')}
        inbox={screen.inbox}
        items={screen.items}
        gone={screen.gone}
        held={screen.held}
        onShow={screen.show}
        ticked={screen.ticked}
        today={me.today}
        conditions={screen.conditions}
        selection={screen.selection}
        dispatch={screen.dispatch}
        onOpen={screen.openRow}
        onApprove={screen.approve}
        onReturn={screen.sendBack}
      />
      <LaterPaneLine name="inbox" className="hidden md:col-start-2 md:flex xl:col-start-3" />
      <ShownDocument screen={screen} />
      {bulk && (
        <LaterBulkSheet
          items={bulk.items}
          kind={bulk.kind}
          onClose={() => setBulk(null)}
          onDone={(gone, staged) => {
            screen.leave(gone);
            setBulk(null);
            if (staged.length === 0) return;
            const title = t('acts.nDecisions', { n: staged.length });
            screen.undo.offer({ kind: 'staged', seatIds: staged, title }, t('acts.stagedBulk', { title }));
          }}
        />
      )}
    </div>
  );
}
