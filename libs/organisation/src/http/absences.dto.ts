import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { CalendarDay, JpText } from '@fubako/platform/http';
import { ABSENCE_KINDS, type AbsenceKind } from '../core/absence';
import { Moment } from './moment';

const CODE = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/;
const SCOPES = ['mine', 'section', 'all'] as const;

export class AbsencesQuery {
  /** First day. */
  @CalendarDay()
  from: string;

  /** Last day; at most 100 days in all. */
  @CalendarDay()
  to: string;

  /** `section`: the reader's sections and the people they act for; `all`: for the organisation administrator. */
  @IsOptional()
  @IsIn(SCOPES)
  @ApiPropertyOptional({ enum: SCOPES, default: 'section' })
  scope?: (typeof SCOPES)[number];
}

/** 不在 or 事故 to be registered. */
export class RegisterAbsenceBody {
  /** Who is away; left out: oneself. */
  @IsOptional()
  @Matches(CODE)
  staffNo?: string;

  @IsOptional()
  @IsIn(ABSENCE_KINDS)
  @ApiPropertyOptional({ enum: ABSENCE_KINDS, default: 'absence' })
  kind?: AbsenceKind;

  /** First instant, with offset. */
  @Moment()
  from: string;

  /** First instant after it, with offset. */
  @Moment()
  until: string;

  /** 出張, 休暇 …; colleagues read it. */
  @JpText({ min: 1, max: 100 })
  reason: string;

  /** Why somebody else registers it; needed then, and for 事故. */
  @IsOptional()
  @JpText({ min: 1, max: 200 })
  onBehalfBecause?: string;
}

export class EndAbsenceBody {
  /** When it ends instead, with offset. */
  @Moment()
  until: string;
}

export class StandInsQuery {
  @CalendarDay()
  on: string;
}

export class CoverQuery {
  @Moment()
  from: string;

  @Moment()
  until: string;

  /** Whose absence is imagined; left out: one's own. */
  @IsOptional()
  @Matches(CODE)
  staffNo?: string;

  @IsOptional()
  @IsIn(ABSENCE_KINDS)
  @ApiPropertyOptional({ enum: ABSENCE_KINDS, default: 'absence' })
  kind?: AbsenceKind;
}

/** 代理 to be given. */
export class GiveProxyBody {
  /** The post whose seat is given. */
  @Matches(CODE)
  postCode: string;

  /** 職員番号 of who takes it. */
  @Matches(CODE)
  taker: string;

  @Moment()
  from: string;

  @Moment()
  until: string;

  @JpText({ min: 1, max: 200 })
  reason: string;
}

export class PeopleQuery {
  /** Name, reading, number, title or unit, or a part of them. */
  @IsOptional()
  @JpText({ max: 100 })
  search?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  @ApiPropertyOptional({ default: 20 })
  limit: number = 20;
}
