import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
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
  ValidateNested,
} from 'class-validator';
import { CalendarDay, JpText, PageRequest } from '@fubako/platform/http';
import { CONFIDENTIALITIES, DISCLOSURE_CLASSES, DOCUMENT_STATES, ESCALATIONS, MEDIA } from '../core/states';
import type { Confidentiality, DisclosureClass, DocumentState, Escalation, Medium } from '../core/states';

const CODE = /^[\p{L}\p{N}._-]{1,64}$/u;

/** What may be changed of a document beside its fields. Absent members stay as they are. */
export class AttributesInput {
  /** 分類: a class of the third level of the filing plan. */
  @IsOptional()
  @Matches(CODE)
  classCode?: string;

  @IsOptional()
  @IsIn(DISCLOSURE_CLASSES)
  disclosureClass?: DisclosureClass;

  @IsOptional()
  @JpText({ max: 200 })
  disclosureReason?: string | null;

  @IsOptional()
  @IsIn(CONFIDENTIALITIES)
  confidentiality?: Confidentiality;

  /** 時限秘: last day of the secrecy; null without an end. */
  @IsOptional()
  @CalendarDay()
  confidentialUntil?: string | null;

  /** 至急 */
  @IsOptional()
  @IsBoolean()
  urgent?: boolean;

  @IsOptional()
  @JpText({ max: 200 })
  urgencyReason?: string | null;

  /** Day by which a decision is wanted. */
  @IsOptional()
  @CalendarDay()
  dueOn?: string | null;

  /** 専決の留保: grounds to raise the decision level (RULE-23). */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(ESCALATIONS, { each: true })
  escalations?: Escalation[];

  /** 媒体; what is not electronic needs a reason (RULE-11). */
  @IsOptional()
  @IsIn(MEDIA)
  medium?: Medium;

  /** One of `GET /paper-reasons`. */
  @IsOptional()
  @JpText({ max: 100 })
  paperReason?: string | null;

  @IsOptional()
  @JpText({ max: 200 })
  paperNote?: string | null;

  /** 紙の添付, by name. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @JpText({ max: 200 }, { each: true })
  paperAttachments?: string[];
}

export class CreateDocumentRequest {
  @Matches(CODE)
  matterType: string;

  /** Fields of the form by name; may be incomplete. */
  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AttributesInput)
  attributes?: AttributesInput;

  /** The post in which the drafter acts; the main post when absent. */
  @IsOptional()
  @Matches(CODE)
  postCode?: string;
}

export class RedraftRequest {
  /** The post in which the drafter acts; the main post when absent. */
  @IsOptional()
  @Matches(CODE)
  postCode?: string;
}

export class EditDocumentRequest {
  /** The whole map of fields: what is absent is removed. */
  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AttributesInput)
  attributes?: AttributesInput;
}

export class AttachRequest {
  @IsUUID()
  uploadId: string;

  @IsOptional()
  @JpText({ max: 100 })
  label?: string | null;
}

export class AddFileRequest extends AttachRequest {
  /** Why it comes after the decision, in one line. */
  @JpText({ min: 1, max: 200 })
  @Matches(/\S/u)
  reason: string;
}

export class OrderAttachmentsRequest {
  @IsArray()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  ids: string[];
}

export class ReadMarksRequest {
  @IsArray()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  attachmentIds: string[];
}

export class ListDocumentsQuery extends PageRequest {
  /** `mine`: drafted by me; `unit`: of my sections; `left`: drafts of my sections whose drafter has left (RULE-102). */
  @IsOptional()
  @IsIn(['mine', 'unit', 'left'])
  view?: 'mine' | 'unit' | 'left';

  @IsOptional()
  @IsIn(DOCUMENT_STATES)
  state?: DocumentState;

  /** Part of the title. */
  @IsOptional()
  @JpText({ max: 100 })
  q?: string;
}

export class ChangesQuery {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(9999)
  from: number;

  /** What is on the drafter's desk and not yet submitted, when absent. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(9999)
  to?: number;
}
