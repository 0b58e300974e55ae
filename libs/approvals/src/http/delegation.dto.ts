import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ESCALATIONS, type Escalation } from '@fubako/documents';
import { CalendarDay, JpText } from '@fubako/platform/http';
import type { RuleCells } from '../package/rule-cells';

const CODE = /^[\p{L}\p{N}._-]{1,64}$/u;
const MOST_YEN = 9_999_999_999_999;
const MOST_ROWS = 2_000;
const REVIEWS = ['none', 'before', 'after'] as const;
const CONCURRENCE_ORDERS = ['parallel', 'function_order', 'most_related_first'] as const;

export class TableDraftRequest {
  /** The version to copy; the one in force by default. */
  @IsOptional()
  @IsInt()
  @Min(1)
  basedOn?: number | null;

  /** What the new version is for, in the keeper's words. */
  @IsOptional()
  @JpText({ max: 500 })
  note?: string | null;
}

/** One row. Cells are checked as the municipality package's are; what is wrong is named by row and column. */
export class DelegationRuleInput {
  @IsString()
  @MaxLength(64)
  matterType: string;

  @IsInt()
  @Min(0)
  @Max(9_999)
  priority: number;

  /** Condition over the form's fields; empty: always. */
  @IsString()
  @MaxLength(500)
  when: string;

  /** Yen, inclusive; null: no bound. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_YEN)
  minAmount?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_YEN)
  maxAmount?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(999)
  deciderRank?: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(64)
  deciderPostCode?: string | null;

  /** `S12;S22>S21`: `;` at the same time, `>` in turn; empty: nobody. */
  @IsString()
  @MaxLength(500)
  concurrence: string;

  /** 専決区分 */
  @IsString()
  @MaxLength(100)
  reason: string;
}

export class TableRows {
  @IsArray()
  @ArrayMaxSize(MOST_ROWS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => DelegationRuleInput)
  rules: DelegationRuleInput[];
}

export class TableEditRequest extends TableRows {
  /** `revision` of the draft that the keeper had in view. */
  @IsInt()
  @Min(1)
  revision: number;

  @IsOptional()
  @JpText({ max: 500 })
  note?: string | null;
}

export class TablesQuery {
  /** Only the table that this document proposes, if any. */
  @IsOptional()
  @IsUUID()
  documentId?: string;
}

export class PublicationRequest {
  @IsInt()
  @Min(1)
  revision: number;

  /** 施行日: today or later. */
  @CalendarDay()
  validFrom: string;
}

/** The matters on which a table or settings are tried. */
export class TriedMatters {
  /** How many of the matters decided last are planned anew, beside everything under way. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000)
  @ApiPropertyOptional({ default: 200 })
  decided: number = 200;

  /** Of these only what was decided in so many days, today included. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(366)
  decidedDays?: number;
}

export class TrialRequest extends TriedMatters {
  /** Rows that are not saved yet; by default the table as it is stored. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ROWS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => DelegationRuleInput)
  rules?: DelegationRuleInput[];
}

export class ReviewInput {
  @Matches(CODE)
  matterType: string;

  @IsIn(REVIEWS)
  @ApiProperty({ enum: REVIEWS })
  review: (typeof REVIEWS)[number];
}

/** What would hold instead; what is left out stays as each matter keeps it. */
export class SettingsTrialRequest extends TriedMatters {
  @IsOptional()
  @IsIn(CONCURRENCE_ORDERS)
  @ApiPropertyOptional({ enum: CONCURRENCE_ORDERS })
  concurrenceOrder?: (typeof CONCURRENCE_ORDERS)[number];

  /** 専決の留保 that raise a decision by one level (RULE-23). */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(ESCALATIONS.length)
  @IsIn(ESCALATIONS, { each: true })
  @ApiPropertyOptional({ enum: ESCALATIONS, isArray: true })
  escalationGrounds?: Escalation[];

  /** 審査: none, where the matter type says, or always after the decision. */
  @IsOptional()
  @IsIn(REVIEWS)
  @ApiPropertyOptional({ enum: REVIEWS })
  reviewTiming?: (typeof REVIEWS)[number];

  /** RULE-40 whether an empty post counts as 不在. */
  @IsOptional()
  @IsBoolean()
  absenceIncludesVacancy?: boolean;

  /** 審査 of matter types. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ReviewInput)
  reviews?: ReviewInput[];
}

export class SimulationRequest {
  @Matches(CODE)
  matterType: string;

  /** The unit that drafts. */
  @Matches(CODE)
  unitCode: string;

  @IsObject()
  fields: Record<string, unknown>;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(ESCALATIONS, { each: true })
  escalations?: Escalation[];

  /** The day to plan on; today by default. */
  @IsOptional()
  @CalendarDay()
  day?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ROWS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => DelegationRuleInput)
  rules?: DelegationRuleInput[];
}

export class CoverageQuery {
  /** How many open days to look ahead. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(250)
  @ApiPropertyOptional({ default: 90 })
  days: number = 90;
}

export function cellsOfInput(rule: DelegationRuleInput): RuleCells {
  return {
    matter_type: rule.matterType,
    priority: String(rule.priority),
    when: rule.when,
    min_amount: numberText(rule.minAmount),
    max_amount: numberText(rule.maxAmount),
    decider_rank: numberText(rule.deciderRank),
    decider_post_code: rule.deciderPostCode ?? '',
    concurrence: rule.concurrence,
    reason: rule.reason,
  };
}

const numberText = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
