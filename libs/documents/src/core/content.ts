import { canonicalBytes, sha256 } from '@fubako/kernel';

/** 事案の中身: exactly what an approver is asked to agree to. Its digest travels with every act (RULE-60). */
export interface DocumentContent {
  readonly matterType: string;
  readonly form: { readonly name: string; readonly version: number };
  readonly fields: Readonly<Record<string, unknown>>;
  readonly classCode: string;
  readonly disclosureClass: string;
  readonly confidentiality: string;
  /** Absent without an end. */
  readonly confidentialUntil?: string;
  /** What is attached on paper; absent for electronic matters (RULE-11). */
  readonly medium?: string;
  readonly paperAttachments?: readonly string[];
  readonly attachments: readonly ContentAttachment[];
}

export interface ContentAttachment {
  readonly id: string;
  readonly fileName: string;
  readonly label: string | null;
  /** Lower-case hex. */
  readonly sha256: string;
}

export interface SealedContent {
  readonly canonical: Buffer;
  readonly digest: Buffer;
}

/** DOC-1 The digest covers fields, filing and disclosure, and the attachments by their hashes in their order. */
export function sealContent(content: DocumentContent): SealedContent {
  const canonical = canonicalBytes({ v: 1, ...content });
  return { canonical, digest: sha256(canonical) };
}

/** @throws SyntaxError when the bytes are not what {@link sealContent} wrote. */
export function openContent(canonical: Buffer): DocumentContent {
  return JSON.parse(canonical.toString('utf8')) as DocumentContent;
}
