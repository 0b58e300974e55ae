import { RefusedAct } from '@fubako/platform/http';
import type { CirculationMode } from '../core/words';

export class ReaderView {
  staffNo: string;
  name: string;
  postTitle: string;
  unitName: string;
  required: boolean;
  askedAt: string;
  readAt: string | null;
  comment: string | null;
  /** 起案依頼 */
  asksForDraft: boolean;
}

/** 供覧・回覧 in a list. */
export class CirculationListItem {
  id: string;
  mode: CirculationMode;
  subjectKind: 'receipt' | 'document';
  subjectId: string;
  title: string;
  note: string | null;
  readByOn: string | null;
  sectionName: string;
  startedAt: string;
  startedByName: string;
  startedByPost: string;
  state: 'running' | 'completed' | 'stopped';
  completedAt: string | null;
  required: number;
  requiredRead: number;
  /** Everybody who has read, also of their own will. */
  read: number;
  /** The reader is named, and must read. */
  mine: 'required' | 'optional' | 'audience' | 'none';
  myReadAt: string | null;
}

export class CirculationPage {
  items: CirculationListItem[];
  nextCursor: string | null;
}

export class CirculationView extends CirculationListItem {
  readers: ReaderView[];
  /** Names of the sections a 回覧 goes to; none is everybody. */
  audience: string[];
  stoppedAt: string | null;
  stoppedByName: string | null;
  stopReason: string | null;
  allowed: string[];
  refused: RefusedAct[];
}

export class CirculationsView {
  items: CirculationView[];
  /** What may be begun about the subject: `circulate`, `broadcast`. */
  allowed: string[];
}

export class CirculationCounts {
  toRead: number;
}

export class CandidatePerson {
  staffNo: string;
  name: string;
  kana: string;
  postCode: string;
  postTitle: string;
}

/** A section and who sits in it today. */
export class CandidateSection {
  code: string;
  name: string;
  people: CandidatePerson[];
}

/** Whom a clerk may ask to read. */
export class ReadingCandidates {
  sections: CandidateSection[];
}
