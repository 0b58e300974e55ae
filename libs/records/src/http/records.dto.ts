import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { JpText, PageRequest } from '@fubako/platform/http';

export class RecordFilesRequest extends PageRequest {
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

  /** Code of a class of the third level. */
  @IsOptional()
  @Matches(/^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/)
  classCode?: string;

  /** In the title of the file or the name of its class. */
  @IsOptional()
  @JpText({ min: 1, max: 60 })
  words?: string;
}
