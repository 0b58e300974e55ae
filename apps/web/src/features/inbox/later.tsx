import { withWords } from '../../shared/i18n/translate';
import { afterFirst } from '../../shared/ui/first-rest';
import { later } from '../../shared/ui/later';

// The list stands before what narrows it down is there.
export const LaterFilter = later(
  afterFirst(() => withWords(import('./inbox-filter'))),
  <p className="shrink-0 border-b border-line px-3 py-1 text-13">&nbsp;</p>,
);
export const LaterEmptyInbox = later(() => withWords(import('./empty-inbox')));
export const LaterSavedViews = later(afterFirst(() => withWords(import('./saved-views'))));
export const LaterBulkSheet = later(() => withWords(import('./bulk-sheet')));
