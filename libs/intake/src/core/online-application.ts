import { canonicalBytes, sha256Hex } from '@fubako/kernel';

/** オンライン申請 as the municipality's intake system hands it in (ぴったりサービス and others, RULE-05). */
export interface OnlineApplication {
  /** Short name of the portal; its 受付番号 count apart. */
  readonly portal: string;
  /** 受付番号: the key under which an application is taken in once. */
  readonly applicationNumber: string;
  /** ISO instant at which the portal received it. */
  readonly arrivalAt: string;
  readonly kind?: string;
  readonly section: string;
  readonly subject: string;
  readonly sender: string;
  readonly note?: string | null;
  readonly confidentiality?: string;
  readonly replyDueOn?: string | null;
}

/** ONL-1 Digest of what was handed in; files are bound by the ledger one by one. */
export function applicationDigest(a: OnlineApplication): string {
  const { portal, applicationNumber, arrivalAt, section, subject, sender } = a;
  const more = { kind: a.kind ?? null, note: a.note ?? null, replyDueOn: a.replyDueOn ?? null };
  const content = { portal, applicationNumber, section, subject, sender, ...more };
  const confidentiality = a.confidentiality ?? 'none';
  return sha256Hex(canonicalBytes({ ...content, confidentiality, arrivalAt: new Date(arrivalAt).toISOString() }));
}

/** ONL-2 The arrival is that at the portal, also when it is fetched on a later day: the reason says so (RULE-01). */
export function fetchedLater({ portal, applicationNumber }: OnlineApplication): string {
  return `オンライン申請（${portal} 受付番号 ${applicationNumber}）の到達日時による。`;
}
