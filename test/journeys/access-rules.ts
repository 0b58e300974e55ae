import type { Role } from './access-stage';

/**
 * The reviewed table of rights, one line for each operation of the contract: who may ask, whatever they get. An operation without
 * a line fails the build. Of documents and receipts everybody else hears that they do not exist (404), of everything else that it
 * is not theirs (403). Auditors stand in no line of a write but those for everybody.
 */
export type Rule =
  /** Nobody need be signed in. */
  | 'public'
  /** Everybody who is signed in; what concerns others is not in the answer. */
  | 'everybody'
  /** Everybody, about themselves and their own session. */
  | 'oneself'
  /** What the address or the body names decides: nobody gets anything for what is named here, which does not exist or is nonsense. */
  | 'later'
  /** Whoever may read the document or receipt of the address. */
  | 'readers'
  /** These, and nobody else. */
  | readonly Role[];

export const ADMINISTRATORS: readonly Role[] = ['systemAdmin', 'orgAdmin'];
/** 組織管理者 */
export const ORGANISERS: readonly Role[] = ['orgAdmin'];
export const AUDITORS: readonly Role[] = ['auditor'];
export const KEEPERS: readonly Role[] = ['clerk', 'otherClerk', 'officer', 'auditor', 'archivist'];
/** Accounts of intake systems, of which the sample town has none. */
export const NONE: readonly Role[] = [];
export const OFFICE: readonly Role[] = ['officer'];
export const PLAN_READERS: readonly Role[] = ['officer', 'auditor'];
/** Whoever holds the post of `access.readingReviewPost`. */
export const READING_MANAGER: readonly Role[] = ['viceMayor'];
export const SCAN_WATCHERS: readonly Role[] = ['clerk', 'otherClerk', 'officer', 'auditor', 'archivist', 'systemAdmin'];
export const SEAL_REGISTER: readonly Role[] = ['officer', 'auditor', 'sealKeeper'];
export const STORE_WATCHERS: readonly Role[] = ['auditor', 'systemAdmin'];
/** システム管理者 */
export const SETTERS: readonly Role[] = ['systemAdmin'];
export const SETTINGS_READERS: readonly Role[] = ['officer', 'auditor', 'orgAdmin', 'systemAdmin'];
export const TABLE_KEEPERS: readonly Role[] = ['officer', 'orgAdmin'];
export const TABLE_READERS: readonly Role[] = ['officer', 'auditor', 'orgAdmin'];
