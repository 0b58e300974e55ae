import type { LedgerNote } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';

/** What the ledger says of a version of the filing plan (ファイル基準表). */
export function planNote(
  id: number,
  actor: Actor,
  { kind, ...facts }: { readonly kind: string } & Readonly<Record<string, unknown>>,
): LedgerNote {
  return { subject: { kind: 'filing-plan', id: String(id) }, kind, actor: actor.staffNo, facts };
}
