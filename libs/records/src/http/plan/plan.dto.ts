import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { CalendarDay, JpText } from '@fubako/platform/http';
import { localDate } from '@fubako/kernel';
import type { ClassWish } from '../../app/plan/draft-filing-plan';
import { DISPOSITIONS } from '../../core/keeping/dispositions';

const CODE = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/;
const DISCLOSURES = ['open', 'partial', 'closed'] as const;
const MOST_REVISION = 2_147_483_647;

export class PlanDraftRequest {
  /** What the new version is for, in the keeper's words. */
  @IsOptional()
  @JpText({ max: 500 })
  note?: string | null;
}

export class PlanDayRequest {
  /** A past day; today without it. */
  @IsOptional()
  @CalendarDay()
  day?: string;
}

export class PlanRevisionRequest {
  /** The revision of the draft that was in view. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_REVISION)
  revision: number;
}

/** A class as it is to be; what is left out is empty. */
export class PlanClassInput {
  @IsInt()
  @Min(1)
  @Max(MOST_REVISION)
  revision: number;

  /** The class is to be added: its level is one below its parent's. */
  @IsBoolean()
  isNew: boolean;

  @JpText({ min: 1, max: 50 })
  name: string;

  /** Null: 大分類. */
  @IsOptional()
  @Matches(CODE)
  parentCode?: string | null;

  /** 事務分掌 */
  @IsOptional()
  @Matches(CODE)
  functionCode?: string | null;

  /** 保存期間の区分: years and from when they are counted. */
  @IsOptional()
  @Matches(CODE)
  retentionClass?: string | null;

  @IsOptional()
  @IsIn(DISCLOSURES)
  @ApiProperty({ enum: DISCLOSURES, required: false, nullable: true })
  disclosureClass?: string | null;

  /** 満了時の措置; null: as the retention class says. */
  @IsOptional()
  @IsIn(DISPOSITIONS)
  @ApiProperty({ enum: DISPOSITIONS, required: false, nullable: true })
  disposition?: string | null;

  /** 課別の部分; null: 共通の部分. */
  @IsOptional()
  @Matches(CODE)
  sectionCode?: string | null;

  /** 出納整理期間 */
  @IsOptional()
  @IsBoolean()
  adjustmentPeriod?: boolean;

  @IsOptional()
  @IsBoolean()
  personalData?: boolean;

  /** Last fiscal year in which files are opened; null: it goes on. */
  @IsOptional()
  @IsInt()
  @Min(1868)
  @Max(9997)
  lastYear?: number | null;

  /** 法定の保存期間 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  statutoryYears?: number | null;

  @IsOptional()
  @JpText({ min: 1, max: 100 })
  statutoryLaw?: string | null;
}

export class PlanClassPath {
  @Type(() => Number)
  @IsInt()
  id: number;

  @Matches(CODE)
  code: string;
}

export class PlanTrialRequest {
  /** 施行日 to try it for. */
  @IsOptional()
  @CalendarDay()
  day?: string;
}

/** A list of a thousand classes; what is larger comes as a package. */
const LONGEST_LIST = 80_000;

export class PlanListTrialRequest {
  /** The text of `filing_plan.csv`: the classes that are new or are to be otherwise. */
  @IsString()
  @MaxLength(LONGEST_LIST)
  list: string;
}

export class PlanListRequest extends PlanListTrialRequest {
  /** The revision of the draft that was in view. */
  @IsInt()
  @Min(1)
  @Max(MOST_REVISION)
  revision: number;
}

export class PlanPublicationRequest extends PlanRevisionRequest {
  /** 施行日: today or later. */
  @CalendarDay()
  validFrom: string;

  @JpText({ min: 1, max: 500 })
  reason: string;

  /** Shorter periods were seen and are meant. */
  @IsOptional()
  @IsBoolean()
  shorten?: boolean;
}

export const dayOf = (day: string | undefined) => (day === undefined ? null : localDate(day));

export function wishOf(code: string, body: PlanClassInput): ClassWish {
  return {
    revision: body.revision,
    isNew: body.isNew,
    code,
    name: body.name,
    parentCode: body.parentCode ?? null,
    functionCode: body.functionCode ?? null,
    retentionClass: body.retentionClass ?? null,
    disclosureClass: body.disclosureClass ?? null,
    disposition: body.disposition ?? null,
    sectionCode: body.sectionCode ?? null,
    adjustmentPeriod: body.adjustmentPeriod ?? false,
    personalData: body.personalData ?? false,
    lastYear: body.lastYear ?? null,
    statutoryYears: body.statutoryYears ?? null,
    statutoryLaw: body.statutoryLaw ?? null,
  };
}
