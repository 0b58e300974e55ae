import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateIf } from 'class-validator';
import { CalendarDay, JpText } from '@fubako/platform/http';
import { DISPOSITIONS } from '../../core/keeping/dispositions';
import type { RuleEffect } from '../../app/rules/preview-rule';
import type { RuleWish } from '../../app/rules/rule-desk';
import { RETENTION_BASES, type RetentionBasis } from '../../core/retention';

const CODE = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/;

/** A retention class with other terms (`label`, `years`, `basis`), or a class of the plan with another `retentionClass`. */
export class RuleWishBody {
  /** Of the retention class, or of the class of the plan. */
  @Matches(CODE)
  code: string;

  /** For a class of the plan: by which retention class its files are kept. */
  @IsOptional()
  @Matches(CODE)
  retentionClass?: string;

  @ValidateIf((body: RuleWishBody) => body.retentionClass === undefined)
  @JpText({ min: 1, max: 30 })
  label?: string;

  /** Null: 永年, 常用. */
  @ValidateIf((body: RuleWishBody) => body.retentionClass === undefined && body.years !== null)
  @IsInt()
  @Min(0)
  @Max(100)
  years?: number | null;

  @ValidateIf((body: RuleWishBody) => body.retentionClass === undefined)
  @IsIn(RETENTION_BASES)
  @ApiProperty({ enum: RETENTION_BASES, required: false })
  basis?: RetentionBasis;
}

/** 保存期間の区分 that is added */
export class RetentionClassBody {
  @Matches(CODE)
  code: string;

  @JpText({ min: 1, max: 30 })
  label: string;

  /** Null: 永年, 常用. */
  @ValidateIf((body: RetentionClassBody) => body.years !== null)
  @IsInt()
  @Min(0)
  @Max(100)
  years: number | null;

  @IsIn(RETENTION_BASES)
  @ApiProperty({ enum: RETENTION_BASES })
  basis: RetentionBasis;

  /** 満了時の措置 */
  @IsIn(DISPOSITIONS)
  @ApiProperty({ enum: DISPOSITIONS })
  disposition: (typeof DISPOSITIONS)[number];

  /** What a law demands at least, with its name. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  statutoryYears?: number;

  @IsOptional()
  @JpText({ min: 1, max: 100 })
  statutoryLaw?: string;

  /** 施行日: today or later. */
  @CalendarDay()
  validFrom: string;

  @JpText({ min: 1, max: 500, multiline: true })
  reason: string;
}

export class RuleChangeBody extends RuleWishBody {
  /** Whether the files that are there follow; needed where there are any. */
  @IsOptional()
  @IsBoolean()
  retroactive?: boolean;

  /** Earlier expiries were seen and are meant. */
  @IsOptional()
  @IsBoolean()
  shorten?: boolean;

  /** Files that the preview named as concerned. */
  @IsInt()
  @Min(0)
  @Max(2_000_000_000)
  seenFiles: number;

  @JpText({ min: 1, max: 500, multiline: true })
  reason: string;
}

/** Files of one section that a rule concerns. */
export class RuleSectionView {
  name: string;
  count: number;
}

export class RuleFileView {
  fileId: string;
  title: string;
  sectionName: string;
  fiscalYear: number;
  volume: number;
  expiresOn: string | null;
  wouldBe: string | null;
  isShorter: boolean;
  /** `held`, `in-disposal`: it stays as it is. */
  stays: string | null;
}

/** What a changed rule would do to the files that are there if it were retroactive. */
export class RuleEffectView {
  files: number;
  documents: number;
  /** Of the files: those that would end earlier, and those that stay because of a hold or a running disposal. */
  shorter: number;
  held: number;
  inDisposal: number;
  bySection: RuleSectionView[];
  /** The first of them. */
  named: RuleFileView[];
  /** To be asked for the others with. */
  nextCursor: string | null;
}

export class RuleFilesView {
  items: RuleFileView[];
  nextCursor: string | null;
}

export function wishOf({ code, retentionClass, label = '', years = null, basis = 'closed' }: RuleWishBody): RuleWish {
  return retentionClass === undefined ? { code, label, years, basis } : { code, retentionClass };
}

export function effectViewOf({ bySection, named, ...counts }: RuleEffect): RuleEffectView {
  const sections = [...bySection].map(([name, count]) => ({ name, count }));
  return { ...counts, bySection: sections, named: [...named.items], nextCursor: named.nextCursor };
}
