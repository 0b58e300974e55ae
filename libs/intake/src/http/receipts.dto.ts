import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { CONFIDENTIALITIES, type Confidentiality } from '@fubako/documents';
import { CalendarDay, JpText, PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from '@fubako/platform/http';
import { RECEIPT_VIEWS, type ReceiptListView } from '../app/receipt-list-sql';
import { CHANNELS, type Channel } from '../core/words';

export const CODE = /^[0-9A-Za-z\p{L}][0-9A-Za-z\p{L}._-]{0,63}$/u;
/** To the second or finer, with its distance from Greenwich. */
export const INSTANT = /^(19|20)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** What is entered of a receipt. Absent members of a correction stay as they are. */
export class ReceiptFields {
  /** 収受の種別; `general` when absent. */
  @IsOptional()
  @Matches(CODE)
  kind?: string;

  /** 件名 */
  @IsOptional()
  @JpText({ min: 1, max: 200 })
  @Matches(/\S/)
  subject?: string;

  /** 受付方法; `post` when absent. */
  @IsOptional()
  @IsIn(CHANNELS)
  channel?: Channel;

  /** 発信者 */
  @IsOptional()
  @JpText({ min: 1, max: 200 })
  @Matches(/\S/)
  sender?: string;

  /** 発信番号: the sender's own number. */
  @IsOptional()
  @JpText({ max: 100 })
  senderNumber?: string | null;

  /** 発信日 on the paper. */
  @IsOptional()
  @CalendarDay()
  senderDate?: string | null;

  @IsOptional()
  @JpText({ max: 2000, multiline: true })
  note?: string | null;

  @IsOptional()
  @IsIn(CONFIDENTIALITIES)
  confidentiality?: Confidentiality;

  /** 時限秘: last day of the secrecy; null: no end. */
  @IsOptional()
  @CalendarDay()
  confidentialUntil?: string | null;

  /** 到達日時 as an ISO instant; now when absent. */
  @IsOptional()
  @Matches(INSTANT)
  @IsISO8601({ strict: true })
  arrivalAt?: string;

  /** The time has legal effect; what the kind says when absent. */
  @IsOptional()
  @IsBoolean()
  arrivalIsExact?: boolean;

  /** Needed when the arrival lies on an earlier day (RULE-01). */
  @IsOptional()
  @JpText({ max: 400 })
  backDatingReason?: string | null;

  /** 回答期限 */
  @IsOptional()
  @CalendarDay()
  replyDueOn?: string | null;
}

export class RegisterReceiptRequest extends ReceiptFields {
  @JpText({ min: 1, max: 200 })
  @Matches(/\S/)
  declare subject: string;

  @JpText({ min: 1, max: 200 })
  @Matches(/\S/)
  declare sender: string;

  /** Code of the section it is for. */
  @Matches(CODE)
  section: string;

  /** Received at once; `false` leaves that to the section. */
  @IsOptional()
  @IsBoolean()
  receive: boolean = true;

  /** Takes a receipt number; `false` for what is trivial. */
  @IsOptional()
  @IsBoolean()
  numbered: boolean = true;
}

export class CorrectReceiptRequest extends ReceiptFields {}

export class ReceiveRequest {
  @IsOptional()
  @IsBoolean()
  numbered: boolean = true;
}

export class ReasonRequest {
  @JpText({ min: 1, max: 400, multiline: true })
  @Matches(/\S/)
  reason: string;
}

export class EndingRequest extends ReasonRequest {
  /** 不要, 返戻, or 供覧完結 although a draft was asked for. */
  @IsIn(['not_needed', 'send_back', 'finish_reading'])
  kind: 'not_needed' | 'send_back' | 'finish_reading';
}

export class RerouteRequest extends ReasonRequest {
  @Matches(CODE)
  toSection: string;
}

export class DraftRequest {
  @Matches(CODE)
  matterType: string;

  /** Fields of the form by name; the subject of the receipt when they have none. */
  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;
}

export class AttachToReceiptRequest {
  @IsUUID()
  uploadId: string;

  @IsOptional()
  @JpText({ max: 100 })
  label?: string | null;
}

export class OrderReceiptFilesRequest {
  /** Every file of the receipt, once. */
  @IsArray()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  ids: string[];
}

export class ReceiptFilterRequest {
  @IsOptional()
  @IsIn(RECEIPT_VIEWS)
  @ApiPropertyOptional({ enum: RECEIPT_VIEWS, default: 'unfinished' })
  view: ReceiptListView = 'unfinished';

  /** Code of a section; absent: my sections. */
  @IsOptional()
  @Matches(CODE)
  section?: string;

  /** All sections that I may look over, instead of mine. */
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  everywhere?: boolean;

  @IsOptional()
  @Matches(CODE)
  kind?: string;

  /** 年度 of the registration, by the Gregorian year in which it begins. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1868)
  @Max(9998)
  fiscalYear?: number;

  /** Words in number, subject, sender or the sender's number. */
  @IsOptional()
  @JpText({ max: 100 })
  q?: string;
}

export class ListReceiptsRequest extends ReceiptFilterRequest {
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
