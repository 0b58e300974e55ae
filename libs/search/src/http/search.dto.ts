import { ApiPropertyOptional } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { SUBJECT_STATES } from '../app/search-result';
import { SORTS, type Sort } from '../core/question';
import { SUBJECT_KINDS, type SubjectKind } from '../core/searchable-document';
import type { SubjectState } from '../data/archive-rows';
import { JpText, PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from '@fubako/platform/http';
import { SEARCH_FOLDINGS, type SearchFolding } from '../core/query';

const CODE = /^[\p{L}\p{N}._-]{1,64}$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_VALUES = 100;

/** A parameter that may be given several times. */
const Several = () =>
  Transform(({ value }: { value: unknown }) => (value === undefined || Array.isArray(value) ? value : [value]));

/** Codes, any of which will do; may be repeated. */
const Codes = () =>
  applyDecorators(
    IsOptional(),
    Several(),
    IsArray(),
    ArrayMaxSize(MOST_VALUES),
    Matches(CODE, { each: true }),
    ApiPropertyOptional({ type: [String] }),
  );

/** What is searched for: everything that a saved search keeps. */
export class SearchConditions {
  /**
   * Words joined by AND; "phrase"; OR between alternatives; -without; (groups); fields 件名: 番号: 起案者: 決裁者: 所属: 簿冊: 年度: 決裁日: 金額: 添付: 相手方:
   * and their English names, with ranges a..b and >=a. Numbers and days are found in any spelling. Empty lists everything.
   */
  @IsOptional()
  @JpText({ max: 2000 })
  q?: string;

  /** 年度: Gregorian year in which it begins; may be repeated. */
  @IsOptional()
  @Several()
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @Type(() => Number)
  @IsInt({ each: true })
  @Min(1868, { each: true })
  @Max(9998, { each: true })
  fiscalYear?: number[];

  /** 所管課, as it is now; may be repeated. */
  @Codes()
  unit?: string[];

  /** 簿冊, by its id; may be repeated. */
  @IsOptional()
  @Several()
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @IsUUID('all', { each: true })
  @ApiPropertyOptional({ type: [String] })
  file?: string[];

  /** May be repeated. */
  @IsOptional()
  @Several()
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @IsIn(SUBJECT_STATES, { each: true })
  state?: SubjectState[];

  /** 区分: `document`, `receipt`; may be repeated. */
  @IsOptional()
  @Several()
  @IsArray()
  @ArrayMaxSize(SUBJECT_KINDS.length)
  @IsIn(SUBJECT_KINDS, { each: true })
  kind?: SubjectKind[];

  /** May be repeated. */
  @Codes()
  matterType?: string[];

  /** 起案時の所属; may be repeated. */
  @Codes()
  unitThen?: string[];

  /** 分類; may be repeated. */
  @Codes()
  filingClass?: string[];

  /** 保存期間の区分; may be repeated. */
  @Codes()
  retention?: string[];

  /** Fiscal year in which the period ends, or `none`; may be repeated. */
  @Codes()
  expiryYear?: string[];

  /** 廃棄保留: `held`, `free`; may be repeated. */
  @Codes()
  hold?: string[];

  /** 公開区分; may be repeated. */
  @Codes()
  disclosureClass?: string[];

  /** 媒体: `electronic`, `paper`, `hybrid`; may be repeated. */
  @Codes()
  medium?: string[];

  @IsOptional()
  @IsIn(SORTS)
  @ApiPropertyOptional({ enum: SORTS, default: 'date' })
  sort: Sort = 'date';

  /** First day of the period. */
  @IsOptional()
  @Matches(DAY)
  from?: string;

  /** Last day of the period. */
  @IsOptional()
  @Matches(DAY)
  to?: string;

  /** Differences of writing that count: width and case, half-width kana, old and variant kanji, letter forms (IVS), spellings of dates and of numbers. */
  @IsOptional()
  @Several()
  @IsArray()
  @ArrayMaxSize(SEARCH_FOLDINGS.length)
  @IsIn(SEARCH_FOLDINGS, { each: true })
  asWritten?: SearchFolding[];
}

export class SearchQuery extends SearchConditions {
  /** 年度へ移動: the list begins with this fiscal year; the counts stay. Not for relevance. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1868)
  @Max(9998)
  startYear?: number;

  @IsOptional()
  @Matches(/^[\w-]{1,400}$/)
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_LIMIT_MAX)
  @ApiPropertyOptional({ default: PAGE_LIMIT_DEFAULT })
  limit: number = PAGE_LIMIT_DEFAULT;
}
