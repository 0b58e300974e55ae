import type { TableColumn } from '../passage';

/** 登録簿: a wide table with a heading, printed on A4 landscape. */
export interface RegisterSheet {
  readonly title: string;
  /** Lines under the title: as of which day, what is left out. */
  readonly notes: readonly string[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Stands at the foot of every page: who printed it, and when. */
  readonly foot: string;
  readonly author: string;
  readonly createdAt: Date;
}
