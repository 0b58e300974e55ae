import type { Medium } from '@fubako/documents';
import type { StepKind } from '../core/route-plan';

/** A row of 受信箱. */
export interface InboxRow {
  readonly documentId: string;
  readonly seatId: string | null;
  readonly version: number;
  readonly contentDigest: string | null;
  readonly title: string;
  readonly matterTypeName: string;
  readonly stepKind: StepKind | null;
  readonly decisionLabel: string | null;
  readonly drafterName: string;
  readonly sectionName: string;
  readonly amount: number | null;
  readonly urgent: boolean;
  /** 媒体 (RULE-11) */
  readonly medium: Medium;
  readonly resubmitted: boolean;
  readonly unread: boolean;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  readonly openedAt: Date;
  readonly number: string | null;
  readonly attachmentCount: number;
  readonly unreadAttachments: number;
  readonly opinions: number;
  readonly objections: number;
  /** On the day that is asked about. */
  readonly secret: boolean;
  readonly confidentiality: 'none' | 'secret' | 'top_secret' | 'personnel';
  /** Whether the person would act in somebody's stead, and in whose. */
  readonly inStead: boolean;
  readonly inSteadOf: string | null;
  readonly heldUntil: string | null;
}
