import { IsBoolean, IsInt, Matches, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { JpText } from '@fubako/platform/http';

const CODE = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/;

export class YearRequest {
  /** 年度, by the Gregorian year in which it begins. */
  @Type(() => Number)
  @IsInt()
  @Min(1868)
  @Max(9997)
  year: number;
}

export class YearLinesRequest {
  /** Code of a section. */
  @Matches(CODE)
  unit: string;
}

export class YearConfirmationRequest {
  /** That of the plan as it was shown. */
  @Matches(/^[0-9a-f]{64}$/)
  digest: string;
}

export class YearChoiceRequest {
  @Matches(CODE)
  classCode: string;

  @Matches(CODE)
  sectionCode: string;

  @JpText({ max: 100, min: 1 })
  title: string;

  /** 個人情報の表示 */
  @IsBoolean()
  personalData: boolean;

  /** 秘の表示 */
  @IsBoolean()
  secret: boolean;

  /** No file of this class is opened in the section. */
  @IsBoolean()
  skipped: boolean;
}
