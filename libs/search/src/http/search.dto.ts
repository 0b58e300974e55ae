import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { DOCUMENT_STATES, type DocumentState } from '@fubako/documents';
import { JpText, PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from '@fubako/platform/http';

const CODE = /^[\p{L}\p{N}._-]{1,64}$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_VALUES = 100;

/** A parameter that may be given several times. */
const Several = () =>
  Transform(({ value }: { value: unknown }) => (value === undefined || Array.isArray(value) ? value : [value]));

export class SearchQuery {
  /** Words joined by AND; "phrase"; -without. A number finds documents that bear it in any spelling. Empty lists everything. */
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

  /** 主管課; may be repeated. */
  @IsOptional()
  @Several()
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @Matches(CODE, { each: true })
  unit?: string[];

  /** May be repeated. */
  @IsOptional()
  @Several()
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @IsIn(DOCUMENT_STATES, { each: true })
  state?: DocumentState[];

  /** May be repeated. */
  @IsOptional()
  @Several()
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @Matches(CODE, { each: true })
  matterType?: string[];

  /** First day of the period. */
  @IsOptional()
  @Matches(DAY)
  from?: string;

  /** Last day of the period. */
  @IsOptional()
  @Matches(DAY)
  to?: string;

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
