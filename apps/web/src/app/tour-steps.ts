import type { PlainKey } from '../shared/i18n/translate';
import { openScreens } from './screens';

export interface TourStep {
  readonly to: '/inbox' | '/draft' | '/documents' | '/search' | '/manual' | '/my';
  readonly title: PlainKey;
  readonly text: PlainKey;
}

const steps: readonly TourStep[] = [
  { to: '/inbox', title: 'nav.inbox', text: 'tour.inbox' },
  { to: '/draft', title: 'nav.draft', text: 'tour.draft' },
  { to: '/documents', title: 'nav.documents', text: 'tour.documents' },
  { to: '/search', title: 'nav.search', text: 'tour.search' },
  { to: '/manual', title: 'help.manual', text: 'tour.manual' },
  { to: '/my', title: 'my.title', text: 'tour.my' },
];
/** Everybody may open these. */
const common: readonly string[] = ['/manual', '/my'];

/** The first day leads through the screens that the person may open. */
export function tourOf(allowed: readonly string[]): readonly TourStep[] {
  const mine = openScreens(allowed).map(({ to }): string => to);
  return steps.filter(({ to }) => common.includes(to) || mine.includes(to));
}
