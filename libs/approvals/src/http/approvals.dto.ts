import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ESCALATIONS, type Escalation } from '@fubako/documents';
import { CalendarDay, JpText } from '@fubako/platform/http';
import { ACT_KINDS, type ActKind } from '../core/act-table';

/** Every kind but editing the content, which carries content and has its own address. */
const ASKED_KINDS = ACT_KINDS.filter((kind): kind is Exclude<ActKind, 'revise'> => kind !== 'revise');
const SAID_OUTCOMES = [
  'approved_with_opinion',
  'consented',
  'consented_with_opinion',
  'objected',
  'not_concerned',
  'reviewed_with_opinion',
  'acknowledged',
  'opinion',
] as const;
const DIGEST = /^[0-9a-f]{64}$/;
const CODE = /^[\p{L}\p{N}._-]{1,64}$/u;

class PreviewAttributes {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(ESCALATIONS, { each: true })
  escalations?: Escalation[];
}

export class RequestedSeatInput {
  @IsIn(['concurrence', 'confirmation', 'circulation'])
  kind: 'concurrence' | 'confirmation' | 'circulation';

  @Matches(CODE)
  postCode: string;
}

export class RemovedUnitInput {
  @Matches(CODE)
  unitCode: string;

  /** Why a section that the rules ask is left out; everybody in the route sees it. */
  @JpText({ max: 500, multiline: true })
  reason: string;
}

/** What the drafter asks for beyond the rules. */
export class RequestedSeatsInput {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RequestedSeatInput)
  additions?: RequestedSeatInput[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RemovedUnitInput)
  removals?: RemovedUnitInput[];

  /** Posts to pass over while their holders are absent; they read afterwards (RULE-45). */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(CODE, { each: true })
  passOver?: string[];
}

/** What is being typed; incomplete input is welcome. */
export class RoutePreviewRequest {
  @Matches(CODE)
  matterType: string;

  @IsObject()
  fields: Record<string, unknown>;

  /** Only the grounds for escalation change a route; other attributes are passed over. */
  @IsOptional()
  @IsObject()
  attributes?: Record<string, unknown> & PreviewAttributes;

  @IsOptional()
  @Matches(CODE)
  postCode?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RequestedSeatsInput)
  requested?: RequestedSeatsInput;
}

export class SubmissionRequest {
  /** `version` of the document that the drafter had in view. */
  @IsInt()
  @Min(1)
  expectedVersion: number;

  /** The drafter's answer to a return. */
  @IsOptional()
  @JpText({ max: 2000, multiline: true })
  note?: string | null;

  /** The drafter's word that the correction touches the substance (RULE-33); a changed substance field counts anyway. */
  @IsOptional()
  @IsBoolean()
  substanceChanged?: boolean;

  /** Seats beyond the rules; as at the last submission when absent. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RequestedSeatsInput)
  requested?: RequestedSeatsInput;
}

/** The field or page that a return is about. */
export class ActPointer {
  @IsOptional()
  @Matches(/^[A-Za-z][A-Za-z0-9_.-]{0,80}$/)
  field?: string;

  @IsOptional()
  @IsUUID()
  attachmentId?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  page?: number;
}

export class ActRequest {
  @IsIn(ASKED_KINDS)
  kind: Exclude<ActKind, 'revise'>;

  /** The seat in which to act; absent for acts about the whole matter. */
  @IsOptional()
  @IsUUID()
  seatId?: string;

  /** `version` of the approval that the person had in view. */
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedVersion?: number;

  /** `contentDigest` that the person had in view (RULE-60). */
  @IsOptional()
  @Matches(DIGEST)
  contentDigest?: string;

  /** What is said beyond plain agreement: 条件付同意, 不同意, 無関係 …; for 後閲 `acknowledged` (了) or `opinion` (意見). */
  @IsOptional()
  @IsIn(SAID_OUTCOMES)
  outcome?: (typeof SAID_OUTCOMES)[number];

  @IsOptional()
  @JpText({ max: 2000, multiline: true })
  comment?: string | null;

  /** 差戻し to this acted seat; to the drafter when absent. */
  @IsOptional()
  @IsUUID()
  targetSeatId?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ActPointer)
  about?: ActPointer;

  /** 保留 until this day. */
  @IsOptional()
  @CalendarDay()
  until?: string;

  /** 職員番号 of whoever takes the task over. */
  @IsOptional()
  @Matches(CODE)
  to?: string;

  /** The post whose holder is asked in addition. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RequestedSeatInput)
  addition?: RequestedSeatInput;

  /** 代決: `false` spares the decider the reading afterwards, where the municipality leaves that to the acting person. */
  @IsOptional()
  @IsBoolean()
  postReview?: boolean;

  /** 持回り: it was carried to the person and explained (RULE-66). */
  @IsOptional()
  @IsBoolean()
  handCarried?: boolean;

  /** 実施日: the day on which it happened in fact, today or earlier; the time of recording stands beside it (RULE-62). */
  @IsOptional()
  @CalendarDay()
  occurredOn?: string;
}

/** 修正 on the way: the whole map of fields as it is to be. */
export class RevisionRequest {
  @IsUUID()
  seatId: string;

  @IsInt()
  @Min(1)
  expectedVersion: number;

  @Matches(DIGEST)
  contentDigest: string;

  @IsObject()
  fields: Record<string, unknown>;

  /** What was changed and why. */
  @JpText({ max: 2000, multiline: true })
  comment: string;
}

/** 事前の指示 of a decider. */
export class InstructionRequest {
  /** The decider's seat. */
  @IsUUID()
  seatId: string;

  @CalendarDay()
  givenOn: string;

  @JpText({ max: 2000, multiline: true })
  text: string;
}
