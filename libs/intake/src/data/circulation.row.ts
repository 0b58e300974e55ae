import type { LocalDate } from '@fubako/kernel';
import type { CirculationMode } from '../core/words';

export type SubjectKind = 'receipt' | 'document';

/** `intake.circulation` as it is read. */
export interface CirculationRow {
  readonly id: string;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly mode: CirculationMode;
  readonly title: string;
  readonly note: string | null;
  readonly read_by_on: LocalDate | null;
  readonly section_code: string;
  readonly section_name: string;
  readonly started_at: Date;
  readonly started_by: string;
  readonly started_by_name: string;
  readonly started_by_post: string;
  readonly completed_at: Date | null;
  readonly stopped_at: Date | null;
  readonly stopped_by_name: string | null;
  readonly stop_reason: string | null;
}

export type NewCirculation = Omit<CirculationRow, 'completed_at' | 'stopped_at' | 'stopped_by_name' | 'stop_reason'>;

export interface ReaderRow {
  readonly circulation_id: string;
  readonly staff_no: string;
  readonly name: string;
  readonly post_code: string;
  readonly post_title: string;
  readonly unit_name: string;
  readonly required: boolean;
  readonly sort: number;
  readonly added_at: Date;
  readonly added_by: string;
  readonly read_at: Date | null;
  readonly comment: string | null;
  readonly asks_for_draft: boolean;
}

export interface AudienceRow {
  readonly circulation_id: string;
  readonly section_code: string;
  readonly section_name: string;
}
