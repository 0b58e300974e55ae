import type { Shortcut } from '../keys/shortcuts';
import type { Acts } from './use-acts';

export type ActsByKey = Pick<Acts, 'startKind' | 'comment'>;

/** The keys of acts that are the same in the inbox and on the page of a document. */
export const actShortcuts = (acts: ActsByKey): readonly Shortcut[] => [
  { keys: ['r'], label: 'key.return', run: () => acts.startKind('return') },
  { keys: ['c'], label: 'key.comment', run: acts.comment },
  { keys: ['h'], label: 'key.hold', run: () => acts.startKind('hold') },
];
