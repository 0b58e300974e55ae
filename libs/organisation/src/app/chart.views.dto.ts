import { ApiProperty } from '@nestjs/swagger';
import { ASSIGNMENT_KINDS, type AssignmentKind, UNIT_KINDS, type UnitKind } from '../core/facts';

/** 組織 on one day. */
export class ChartUnitView {
  code: string;
  name: string;
  @ApiProperty({ enum: UNIT_KINDS })
  kind: UnitKind;
  parentCode: string | null;
  /** 文書記号 */
  symbol: string | null;
  /** 職 of the unit itself, and how many of them nobody holds. */
  posts: number;
  vacant: number;
}

export class ChartView {
  /** The day that is shown. */
  on: string;
  /** The next days on which something becomes another; at most ten. */
  nextChanges: string[];
  /** Whether the reader may bring transfers in (人事異動). */
  mayTransfer: boolean;
  /** In the order of the package: a unit after the one above it. */
  items: ChartUnitView[];
}

export class PostHolderView {
  staffNo: string;
  name: string;
  kana: string;
  @ApiProperty({ enum: ASSIGNMENT_KINDS })
  kind: AssignmentKind;
}

export class UnitPostView {
  code: string;
  title: string;
  /** Head of the unit. */
  headship: boolean;
  /** Empty: 空席. */
  holders: PostHolderView[];
}

export class UnitPostsView {
  on: string;
  code: string;
  name: string;
  /** 事務分掌 of the unit itself, by name. */
  functions: string[];
  items: UnitPostView[];
}

export class StaffAssignmentView {
  postTitle: string;
  unitCode: string;
  unitName: string;
  @ApiProperty({ enum: ASSIGNMENT_KINDS })
  kind: AssignmentKind;
  from: string;
  /** Last day; null: without end. */
  to: string | null;
  @ApiProperty({ enum: ['past', 'now', 'to_come'] })
  standing: 'past' | 'now' | 'to_come';
}

/** 職員, with every post held, now and to come; the latest first. */
export class StaffView {
  staffNo: string;
  name: string;
  kana: string;
  items: StaffAssignmentView[];
}
