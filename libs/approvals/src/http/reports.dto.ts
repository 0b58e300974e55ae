import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { MEDIA, type Medium } from '@fubako/documents';
import { CalendarDay, JpText, PageRequest } from '@fubako/platform/http';
import { REPORTED_LISTS, type ReportedList } from '../data/reported-matter-rows';

const CODE = /^[\p{L}\p{N}._-]{1,64}$/u;

export class ReportQuery {
  /** 年度; the present one when absent. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2200)
  fiscalYear?: number;
}

export class ReportedMattersRequest extends PageRequest {
  /** Which figure. */
  @IsIn(REPORTED_LISTS)
  list: ReportedList;

  /** First day of the span; not for what is under way. */
  @IsOptional()
  @CalendarDay()
  from?: string;

  /** First day after the span. */
  @IsOptional()
  @CalendarDay()
  until?: string;

  /** 課 */
  @IsOptional()
  @Matches(CODE)
  section?: string;

  /** 媒体 */
  @IsOptional()
  @IsIn(MEDIA)
  medium?: Medium;

  /** 紙とする理由, as the municipality words it. */
  @IsOptional()
  @JpText({ max: 200 })
  reason?: string;

  /** 職員番号 of whoever pulled up. */
  @IsOptional()
  @Matches(CODE)
  person?: string;
}
