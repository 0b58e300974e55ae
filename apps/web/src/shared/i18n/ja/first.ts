import { acts } from './acts';
import { document } from './document';
import { inbox } from './inbox';
import { shell } from './shell';

/** What the first screen says. Everything else comes with the first of the other screens. */
export const first = { ...shell, ...inbox, ...acts, ...document } as const;
