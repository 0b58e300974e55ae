import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from '@fubako/platform/http';

export class RecordFilesRequest {
  /** 年度, by the Gregorian year in which it begins. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1868)
  @Max(9998)
  fiscalYear?: number;

  /** Code of a section. */
  @IsOptional()
  @Matches(/^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/)
  unit?: string;

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
