import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { CalendarDay, JpText, PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX, PageRequest } from '@fubako/platform/http';
import { CHANNELS, type Channel, SEAL_MODES, type SealMode } from '../core/entries';

export class ReservedNumberRequest {
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  serial: number;

  /** Gregorian year in which the year of the series begins. */
  @IsInt()
  @Min(1868)
  @Max(9998)
  year: number;

  /** 記号; that of the section when left out. */
  @IsOptional()
  @JpText({ max: 20 })
  symbol?: string;
}

export class IssueNumberRequest {
  /** One number for each, in this order; one number for the document when left out. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @JpText({ max: 200, min: 1 }, { each: true })
  addressees?: string[];

  /** 枝番: the document whose number this one continues. */
  @IsOptional()
  @IsUUID()
  parentDocumentId?: string;

  /** A number that was set aside, or that the step of the series has left out. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ReservedNumberRequest)
  reserved?: ReservedNumberRequest;
}

export class FollowUpRequest {
  /** The document whose number this one is to continue; null: none. */
  @IsOptional()
  @IsUUID()
  parentDocumentId: string | null;
}

export class CleanCopyRequest {
  /** Whom it goes to, where the numbers do not say it; that of the form when left out. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @JpText({ max: 200, min: 1 }, { each: true })
  addressees?: string[];

  /** 文書の日付; today when left out. */
  @IsOptional()
  @CalendarDay()
  documentDate?: string;

  /** 公印の扱い; that of the municipality when left out. */
  @IsOptional()
  @IsIn(SEAL_MODES)
  sealMode?: SealMode;

  /** Lines of the sender; the mayor when left out. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @JpText({ max: 100, min: 1 }, { each: true })
  sender?: string[];
}

export class CollationRequest {
  /** Digest of the clean copy that was compared. */
  @Matches(/^[0-9a-f]{64}$/)
  copyDigest: string;
}

export class SealRequest extends CollationRequest {
  /** 公印の名称: 町長印 */
  @JpText({ max: 100, min: 1 })
  seal: string;

  /** Sheets; one for each addressee when left out. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9999)
  copies?: number;
}

export class DispatchRequest {
  @IsIn(CHANNELS)
  channel: Channel;

  /** Addressees by their line of the clean copy; all that remain when left out. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @IsInt({ each: true })
  @Min(1, { each: true })
  lines?: number[];

  /** 発送の日, when it is recorded later; today when left out. */
  @IsOptional()
  @CalendarDay()
  dispatchedOn?: string;

  @IsOptional()
  @JpText({ max: 500 })
  note?: string;
}

export class ExecutionReasonRequest {
  @JpText({ max: 500, min: 1, multiline: true })
  reason: string;
}

export class UndoRequest extends ExecutionReasonRequest {
  /** The step in view: only the last one can be undone. */
  @IsUUID()
  entryId: string;
}

export class AdditionRequest {
  /** 公布の日, 法令番号 */
  @JpText({ max: 50, min: 1 })
  label: string;

  @JpText({ max: 500, min: 1 })
  text: string;
}

export class CopyPdfQuery {
  /** Addressee by its line. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2000)
  @ApiPropertyOptional({ default: 1 })
  line: number = 1;
}

/** Which lines of a register. */
export class RegisterFilterDto {
  /** First day of what was done. */
  @IsOptional()
  @CalendarDay()
  from?: string;

  /** Last day. */
  @IsOptional()
  @CalendarDay()
  until?: string;

  /** Part of the name of the seal. */
  @IsOptional()
  @JpText({ max: 100 })
  seal?: string;

  @IsOptional()
  @IsIn(CHANNELS)
  channel?: Channel;
}

export class RegisterLinesRequest extends RegisterFilterDto {
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

export class PendingQueryDto extends PageRequest {
  /** `section`: of my sections; `all`: everything that I may see; `seal`: what waits for the seal. */
  @IsOptional()
  @IsIn(['section', 'all', 'seal'])
  @ApiPropertyOptional({ default: 'section' })
  scope: 'section' | 'all' | 'seal' = 'section';
}
