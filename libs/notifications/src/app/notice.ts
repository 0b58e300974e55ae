import type { Facts } from '@fubako/kernel';

/** What a person is told about. */
export const NOTICE_KINDS = [
  'decided',
  'returned',
  'rejected',
  'seat_opened',
  'needs_attention',
  'circulated',
  'circulation_completed',
  'draft_asked',
  'receipt_routed',
  'abandoned',
  'withdrawn',
  'revised',
  'resubmitted',
  'to_post_review',
  'post_review_opinion',
  'decision_dropped',
  'handed_over',
  'succeeded',
  'removed',
  'due',
  'overdue',
  'escalated',
  'held',
  'search_matched',
  'route_gaps',
  'records_findings',
  'objects_damaged',
  'locks_drifted',
  'loan_overdue',
  'readings_digested',
  'emergency_asked',
  'emergency_opened',
  'sending_refused',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a notice is about. */
export type NoticeSubject =
  'document' | 'receipt' | 'coverage' | 'finding' | 'object' | 'record-file' | 'readings' | 'emergency' | 'sending';

/** What the wording needs, kept as it was when it happened. */
export interface NoticeFacts {
  /** 件名; absent where the reader need not have the right to see it. */
  readonly title?: string;
  readonly by?: { readonly name: string; readonly title: string };
  readonly dispatchNumber?: string | null;
  /** Kind of the step whose seat opened. */
  readonly seatKind?: string;
  /** Seats that it asks to act in: it is read when they are done. */
  readonly seats?: readonly string[];
  /** The day that a reminder is about, and whose seat it is. */
  readonly day?: string;
  readonly holder?: { readonly name: string; readonly title: string };
  /** 経路の点検: how many steps lack a person, from which day. */
  readonly gaps?: { readonly count: number; readonly first: string };
  /** 簿冊の点検: how many files have something new, and the first of them. */
  readonly findings?: { readonly count: number; readonly first: string };
  /** 保管庫の点検: how many stored objects, and the first of them by its hash. */
  readonly objects?: { readonly count: number; readonly first: string };
  /** 特権閲覧の週次報告: the Monday of the week, and how many lines it has. */
  readonly digest?: { readonly from: string; readonly lines: number };
  /** 緊急閲覧: who asked, and for what is opened the instant at which it ends. */
  readonly emergency?: { readonly asker: string; readonly until?: string };
  /** 送信の拒否: what a file was refused for; its words are made for the reader. */
  readonly refusal?: { readonly code: string; readonly facts: Facts };
  /** The saved search that found something new, and how many more. */
  readonly search?: { readonly name: string; readonly more: number };
}

/** お知らせ for one person, before it is kept. */
export interface NoticeDraft {
  readonly staffNo: string;
  readonly kind: NoticeKind;
  /** What `documentId` is the id of; a document when absent. */
  readonly subjectKind?: NoticeSubject;
  readonly documentId: string;
  readonly facts: NoticeFacts;
}

/** A kept notice. */
export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly subjectKind: NoticeSubject;
  readonly documentId: string;
  readonly facts: NoticeFacts;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}
