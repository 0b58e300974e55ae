/** How something left the house: on a screen, as a file, as paper, as a line of a search, in an export, opened for a reason. */
export const READING_MEANS = ['screen', 'file', 'print', 'search', 'export', 'opening'] as const;
export type ReadingMeans = (typeof READING_MEANS)[number];

/** 閲覧: somebody is handed (a part of) something. */
export interface Reading {
  readonly subject: { readonly kind: 'document' | 'receipt'; readonly id: string };
  /** One file of it; the whole when absent. */
  readonly part?: string;
  readonly means: ReadingMeans;
  /** The role, or `emergency`, without which the person could not read it; null: it is the person's own work. */
  readonly role: string | null;
  readonly secret: boolean;
  /** What was stated for it (件名のみの閲覧, 緊急閲覧). */
  readonly reason?: string;
}

/** Roles whose every read is in the ledger before anything is handed out. */
const WATCHED: readonly string[] = ['auditor', 'system_admin', 'org_admin', 'emergency'];

/** LOG-1 Whether nothing may be handed out before the ledger says so. */
export function isEntered({ secret, role, reason }: Pick<Reading, 'secret' | 'role' | 'reason'>): boolean {
  return secret || reason !== undefined || (role !== null && WATCHED.includes(role));
}

/** LOG-4 One screen asks several times for the same: these count once within a minute. Files, papers and exports count each time. */
export const isRepeated = (means: ReadingMeans): boolean => means === 'screen' || means === 'search';

const FILE = /\/attachments\/[^/]+\/(?:original|pdf)$|\/openings\/[^/]+\/attachments\/[^/]+$/;
const PAPER = /\.pdf$/;
const TAKEN_OUT = /\.(?:csv|zip)$|\/evidence/;
const SEARCHED = /\/search(?:\/|$)/;

/** @param route by which the person asked; undefined in the worker, which makes what was ordered */
export function meansOf(route: string | undefined): ReadingMeans {
  if (route === undefined || TAKEN_OUT.test(route)) return 'export';
  if (FILE.test(route)) return 'file';
  if (PAPER.test(route)) return 'print';
  return SEARCHED.test(route) ? 'search' : 'screen';
}
