import { ApiProperty } from '@nestjs/swagger';
import { ASSIGNMENT_KINDS, type AssignmentKind } from '../core/facts';

/** A line of a list that adds, changes or ends something. */
export class StaffChangeView {
  @ApiProperty({ enum: ['people', 'assignments'] })
  list: 'people' | 'assignments';
  /** Line of the list, from 1. */
  line: number;
  @ApiProperty({ enum: ['added', 'changed', 'ended'] })
  change: 'added' | 'changed' | 'ended';
  staffNo: string;
  name: string;
  /** Of an assignment. */
  postTitle: string | null;
  unitName: string | null;
  @ApiProperty({ enum: ASSIGNMENT_KINDS, nullable: true })
  kind: AssignmentKind | null;
  from: string | null;
  /** Last day. */
  to: string | null;
}

/** What keeps a list from being brought in. */
export class StaffFaultView {
  file: string;
  line: number;
  column: number;
  field: string;
  /** Dotted: what kind of fault it is. */
  code: string;
  /** In words for the clerk who keeps the list, in the language of the request. */
  message: string;
}

export class StaffReportView {
  /** Whether something was written. */
  applied: boolean;
  changes: StaffChangeView[];
  /** One fault anywhere means that nothing is written. */
  faults: StaffFaultView[];
  /** What people have under way who leave their posts, and who comes after them. */
  notes: string[];
}
