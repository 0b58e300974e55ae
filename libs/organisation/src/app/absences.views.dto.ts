import { ApiProperty } from '@nestjs/swagger';
import { RefusedAct } from '@fubako/platform/http';
import type { AbsenceKind } from '../core/absence';

/** Somebody whose calendar the reader sees. */
export class CalendarPersonView {
  staffNo: string;
  name: string;
  kana: string;
  /** Title of the post by which they are shown, e.g. 課長. */
  postTitle: string;
  unitName: string;
  /** `self`, `section` (the reader's own sections), or `acts_for`: the reader may have to act for them. */
  @ApiProperty({ enum: ['self', 'section', 'acts_for'] })
  group: 'self' | 'section' | 'acts_for';
}

/** 不在 or 事故 */
export class AbsenceView {
  id: string;
  staffNo: string;
  name: string;
  @ApiProperty({ enum: ['absence', 'incapacity'] })
  kind: AbsenceKind;
  /** First instant. */
  from: string;
  /** First instant after it. */
  until: string;
  /** Null: not for this reader. */
  reason: string | null;
  /** Who registered it, when that was somebody else. */
  registeredByName: string | null;
  /** Why somebody else did; null also for readers whom it does not concern. */
  onBehalfBecause: string | null;
  /** `cancel`: take it back before it begins; `end`: end it now or earlier than planned. */
  @ApiProperty({ enum: ['cancel', 'end'], isArray: true })
  allowed: ('cancel' | 'end')[];
  /** Why not. */
  refused: RefusedAct[];
}

/** 不在カレンダー */
export class AbsenceCalendarView {
  /** First and last day. */
  from: string;
  to: string;
  people: CalendarPersonView[];
  absences: AbsenceView[];
  /** Days on which the office is closed. */
  closedDays: string[];
  /** `register` for oneself, `register_for_others`, `register_incapacity`, `see_all`. */
  @ApiProperty({ enum: ['register', 'register_for_others', 'register_incapacity', 'see_all'], isArray: true })
  allowed: ('register' | 'register_for_others' | 'register_incapacity' | 'see_all')[];
  /** Why not. */
  refused: RefusedAct[];
}

/** A person in the post by which they act. */
export class StandInPersonView {
  staffNo: string;
  name: string;
  postTitle: string;
  unitName: string;
  /** Matter types for which they act; empty: for all. */
  matterTypes: string[];
}

export class AwayView {
  @ApiProperty({ enum: ['absence', 'incapacity', 'vacancy'] })
  kind: AbsenceKind | 'vacancy';
  from: string | null;
  until: string | null;
  reason: string | null;
}

/** How a post is covered over a stretch of time. */
export class CoverView {
  postCode: string;
  postTitle: string;
  unitName: string;
  from: string;
  until: string;
  /** Null: the post is empty. */
  holderName: string | null;
  holderStaffNo: string | null;
  /** Null: the holder is there. */
  away: AwayView | null;
  /** 職務代理者 */
  deputy: StandInPersonView | null;
  /** 代決者, first by order. */
  acting: StandInPersonView[];
  /** 代理人 */
  proxy: StandInPersonView | null;
  /** Nobody can decide. */
  uncovered: boolean;
}

export class CoversView {
  items: CoverView[];
}

/** One line of 代決・職務代理の順序. */
export class ActingOrderLineView {
  @ApiProperty({ enum: ['acting_decision', 'statutory_deputy'] })
  mode: 'acting_decision' | 'statutory_deputy';
  order: number;
  postCode: string;
  postTitle: string;
  unitName: string;
  /** Null: the post is empty. */
  holderName: string | null;
  /** Whether its holder is away now. */
  away: boolean;
  matterTypes: string[];
}

export class ActingOrderView {
  postCode: string;
  postTitle: string;
  unitName: string;
  lines: ActingOrderLineView[];
}

/** 代理 */
export class ProxyView {
  id: string;
  postCode: string;
  postTitle: string;
  unitName: string;
  giverStaffNo: string;
  giverName: string;
  takerStaffNo: string;
  takerName: string;
  from: string;
  until: string;
  reason: string;
  /** `cancel`: take it back. */
  @ApiProperty({ enum: ['cancel'], isArray: true })
  allowed: 'cancel'[];
  /** Why not. */
  refused: RefusedAct[];
}

/** A post that the reader may give by proxy. */
export class GivablePostView {
  code: string;
  title: string;
  unitName: string;
}

export class ProxiesView {
  items: ProxyView[];
  posts: GivablePostView[];
}

export class PersonView {
  staffNo: string;
  name: string;
  kana: string;
  /** Title of the 本務, or of the first other post. */
  postTitle: string;
  unitName: string;
}

/** A post and who sits in it today. */
export class PostView {
  postCode: string;
  postTitle: string;
  unitCode: string;
  unitName: string;
  /** Null: vacant. */
  holderName: string | null;
  holderKana: string | null;
}

export class PostsView {
  items: PostView[];
}

export class PeopleView {
  items: PersonView[];
}

/** A unit of today, as pickers show it. */
export class UnitView {
  code: string;
  name: string;
  /** Empty: the package states no reading. */
  kana: string;
  /** Empty at the top. */
  parentName: string;
  /** Empty: the unit has no head. */
  headTitle: string;
  /** Null: vacant. */
  headName: string | null;
}

export class UnitsView {
  items: UnitView[];
}
