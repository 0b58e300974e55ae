import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ArrayMaxSize,
  ArrayMinSize,
  ValidateNested,
} from 'class-validator';
import { CalendarDay, JpText } from '@fubako/platform/http';
import { LABEL_KINDS, type LabelKind } from '@fubako/rendering';
import { SUBSTITUTE_ACTS, type SubstituteAct } from '../../core/paper/substitute';

const CODE = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/;

export class PaperFileRequest {
  @Matches(CODE)
  classCode: string;

  @Matches(CODE)
  sectionCode: string;

  @IsInt()
  @Min(1868)
  @Max(9997)
  fiscalYear: number;

  @JpText({ max: 100, min: 1 })
  title: string;

  @IsIn(['paper', 'hybrid'])
  medium: 'paper' | 'hybrid';

  @IsBoolean()
  personalData: boolean;

  @IsBoolean()
  secret: boolean;

  /** 継続簿冊 */
  @IsBoolean()
  continuing: boolean;

  /** Where it lies, in words. */
  @IsOptional()
  @JpText({ max: 100, min: 1 })
  place?: string;
}

export class PaperRecordRequest {
  @JpText({ max: 200, min: 1 })
  title: string;

  @IsOptional()
  @JpText({ max: 60, min: 1 })
  documentNumber?: string;

  @CalendarDay()
  documentedOn: string;

  @IsInt()
  @Min(1)
  @Max(100_000)
  pages: number;

  /** Where in the file it lies. */
  @IsOptional()
  @JpText({ max: 100, min: 1 })
  location?: string;

  /** 行政処分 */
  @IsBoolean()
  disposition: boolean;

  /** Day on which the disposition was issued. */
  @IsOptional()
  @CalendarDay()
  issuedOn?: string;
}

export class FilePlaceRequest {
  @IsOptional()
  @Matches(CODE)
  placeCode?: string;

  @IsOptional()
  @JpText({ max: 100, min: 1 })
  note?: string;
}

export class StackPlaceRequest {
  @Matches(CODE)
  code: string;

  @JpText({ max: 40, min: 1 })
  room: string;

  @JpText({ max: 40, min: 1 })
  shelf: string;

  @IsOptional()
  @JpText({ max: 40, min: 1 })
  box?: string;

  @IsOptional()
  @JpText({ max: 200, min: 1 })
  note?: string;
}

export class LoanRequest {
  @IsUUID()
  fileId: string;

  @JpText({ max: 500, min: 1, multiline: true })
  purpose: string;

  @CalendarDay()
  dueOn: string;
}

export class LoansRequest {
  /** Those that came back or were refused too. */
  @IsOptional()
  @IsIn(['true', 'false'])
  all?: 'true' | 'false';
}

export class PaperReasonRequest {
  @JpText({ max: 500, min: 1, multiline: true })
  reason: string;
}

export class SubstituteRequest {
  @IsUUID()
  uploadId: string;
}

export class SubstituteStepRequest {
  @IsIn(SUBSTITUTE_ACTS)
  act: SubstituteAct;

  /** check: pages that the second person counted in the paper. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  pages?: number;

  /** check: whether every page can be read. */
  @IsOptional()
  @IsBoolean()
  legible?: boolean;

  /** refuse */
  @IsOptional()
  @JpText({ max: 500, min: 1, multiline: true })
  reason?: string;

  /** destroy: the day. */
  @IsOptional()
  @CalendarDay()
  on?: string;

  /** destroy: 溶解, 裁断. */
  @IsOptional()
  @JpText({ max: 60, min: 1 })
  method?: string;
}

export class HandoverCandidatesRequest {
  /** Code of a section. */
  @Matches(CODE)
  unit: string;
}

export class HandoverRequest {
  @Matches(CODE)
  section: string;

  @IsInt()
  @Min(1868)
  @Max(9997)
  fiscalYear: number;

  @IsUUID(undefined, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  fileIds: string[];
}

export class HandedPlaceRequest {
  @IsUUID()
  fileId: string;

  @Matches(CODE)
  placeCode: string;
}

export class HandoverReceiptRequest {
  @ValidateNested({ each: true })
  @Type(() => HandedPlaceRequest)
  @ArrayMaxSize(500)
  places: HandedPlaceRequest[];
}

export class TakeOffRequest {
  @IsUUID()
  fileId: string;

  @JpText({ min: 1, max: 500, multiline: true })
  reason: string;
}

export class LabelsRequest {
  @IsIn(LABEL_KINDS)
  kind: LabelKind;

  @Type(() => Number)
  @IsInt()
  @Min(1868)
  @Max(9997)
  fiscalYear: number;

  @Matches(CODE)
  unit: string;
}
