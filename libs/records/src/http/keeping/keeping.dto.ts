import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CalendarDay, JpText, PageRequest } from '@fubako/platform/http';
import { ATTENTION_KINDS, type AttentionKind } from '../../data/keeping/attention-rows';

const CODE = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/;

/** `true` and `false` of a query; everything else stays and is refused. */
const asFlag = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

export class DueFilesRequest extends PageRequest {
  /** 年度 in which they expire, by the Gregorian year in which it begins; by default the current one. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1868)
  @Max(9998)
  fiscalYear?: number;

  /** Instead of a fiscal year: everything whose expiry has passed. */
  @IsOptional()
  @Transform(asFlag)
  @IsBoolean()
  @ApiPropertyOptional({ type: Boolean })
  expired?: boolean;

  /** Code of a section. */
  @IsOptional()
  @Matches(CODE)
  unit?: string;

  @IsOptional()
  @Matches(CODE)
  classCode?: string;

  /** Only those that are held, or only those that are not. */
  @IsOptional()
  @Transform(asFlag)
  @IsBoolean()
  @ApiPropertyOptional({ type: Boolean })
  held?: boolean;

  /** Instead of a span of days: these files, wherever they stand. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true })
  @ApiPropertyOptional({ type: [String] })
  fileIds?: string[];

  /** 延長 by so many years: the list says the expiry after it. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(30)
  extendYears?: number;
}

/** As the list, but whole. */
export class PrintedDueRequest extends OmitType(DueFilesRequest, ['cursor', 'limit', 'fileIds', 'extendYears']) {}

export class AttentionRequest extends PageRequest {
  @IsIn(ATTENTION_KINDS)
  @ApiProperty({ enum: ATTENTION_KINDS })
  kind: AttentionKind;

  /** Code of a section. */
  @IsOptional()
  @Matches(CODE)
  unit?: string;
}

export class EventPreviewRequest {
  /** 特定日; left out: it is uncertain. */
  @IsOptional()
  @CalendarDay()
  eventOn?: string;
}

export class EventBody {
  /** 特定日; null: it has become uncertain again. */
  @ValidateIf((_, value) => value !== null)
  @CalendarDay()
  eventOn: string | null;

  /** Needed when a day that was entered before is changed. */
  @IsOptional()
  @JpText({ min: 1, max: 500, multiline: true })
  reason?: string;

  /** The expiry that was shown and is confirmed; refused when it has become another. */
  @IsOptional()
  @ValidateIf((_, value) => value !== null)
  @CalendarDay()
  seenExpiry?: string | null;
}

export class RefilePreviewRequest {
  @ValidateIf((body: RefilePreviewRequest) => body.classCode === undefined)
  @IsUUID()
  fileId?: string;

  @ValidateIf((body: RefilePreviewRequest) => body.fileId === undefined)
  @Matches(CODE)
  classCode?: string;
}

export class RefileBody extends RefilePreviewRequest {
  @JpText({ min: 1, max: 500, multiline: true })
  reason: string;

  /** An earlier expiry was seen and is meant: only by the records office. */
  @IsOptional()
  @IsBoolean()
  shorten?: boolean;

  /** The records office moves a held document, and its holds go along. */
  @IsOptional()
  @IsBoolean()
  carryHolds?: boolean;
}

export class SplitBody {
  /** Some of the documents of the file, not all of them. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  documentIds: string[];

  /** Of the new volume; left out: that of the old one. */
  @IsOptional()
  @JpText({ min: 1, max: 200 })
  title?: string;

  @JpText({ min: 1, max: 500, multiline: true })
  reason: string;

  /** The records office splits off what is held, and its holds go along. */
  @IsOptional()
  @IsBoolean()
  carryHolds?: boolean;
}

export class RetentionPreviewRequest {
  @Matches(CODE)
  retentionClass: string;
}

export class RetentionBody extends RetentionPreviewRequest {
  @JpText({ min: 1, max: 500, multiline: true })
  reason: string;

  @IsOptional()
  @IsBoolean()
  shorten?: boolean;
}

/** Files as the due list shows them. */
export class DueSelection {
  @IsOptional()
  @IsInt()
  @Min(1868)
  @Max(9998)
  fiscalYear?: number;

  @IsOptional()
  @IsBoolean()
  expired?: boolean;

  @IsOptional()
  @Matches(CODE)
  unit?: string;

  @IsOptional()
  @Matches(CODE)
  classCode?: string;
}

export class ExtensionBody {
  /** These files. */
  @ValidateIf((body: ExtensionBody) => body.due === undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5_000)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  fileIds?: string[];

  /** Instead: all that the due list shows me with these filters. */
  @ValidateIf((body: ExtensionBody) => body.fileIds === undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => DueSelection)
  due?: DueSelection;

  /** Whole fiscal years, counted from the expiry. */
  @IsInt()
  @Min(1)
  @Max(30)
  years: number;

  @JpText({ min: 1, max: 500, multiline: true })
  reason: string;
}

export class ExtensionItemsRequest {
  @IsOptional()
  @IsIn(['extended', 'refused'])
  @ApiPropertyOptional({ enum: ['extended', 'refused'] })
  outcome?: 'extended' | 'refused';
}

export class ClosingPreviewRequest {
  /** The day on which 継続簿冊 is closed. */
  @CalendarDay()
  closedOn: string;
}

export class ClosingBody extends ClosingPreviewRequest {
  @JpText({ min: 1, max: 500, multiline: true })
  reason: string;
}

/** Of an act on a file that only says why. */
export class FileReasonBody {
  @JpText({ min: 1, max: 500, multiline: true })
  reason: string;
}

export class ReviewBody {
  /** Day of the next review. */
  @CalendarDay()
  nextOn: string;

  /** Why it goes on being kept. */
  @JpText({ min: 1, max: 500, multiline: true })
  ground: string;
}
