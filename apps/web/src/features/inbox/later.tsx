import { lazy, Suspense } from 'react';
import type { InboxConditions } from '../../shared/api/inbox';
import { withWords } from '../../shared/i18n/translate';

const InboxFilter = lazy(() => withWords(import('./inbox-filter')));
const EmptyInbox = lazy(() => withWords(import('./empty-inbox')));
const SavedViews = lazy(() => withWords(import('./saved-views')));

/** The list stands before what narrows it down is there. */
export function LaterFilter({ conditions }: { conditions: InboxConditions }) {
  return (
    <Suspense fallback={<p className="shrink-0 border-b border-line px-3 py-1 text-13">&nbsp;</p>}>
      <InboxFilter conditions={conditions} />
    </Suspense>
  );
}

export function LaterEmptyInbox({ conditions }: { conditions: InboxConditions }) {
  return (
    <Suspense fallback={null}>
      <EmptyInbox conditions={conditions} />
    </Suspense>
  );
}

export function LaterSavedViews({ current }: { current: InboxConditions }) {
  return (
    <Suspense fallback={null}>
      <SavedViews current={current} />
    </Suspense>
  );
}
