import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
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
import { ESCALATIONS, type Escalation } from '@fubako/documents';
import { JpText, PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from '@fubako/platform/http';
import type { ActKind } from '../core/act';
import { INBOX_VIEWS, type InboxView } from '../data/inbox-rows';

const ACT_KINDS = [
  'approve',
  'return',
  'reject',
  'pull_back',
  'withdraw',
  'abandon',
] as const satisfies readonly ActKind[];
const CONCURRENCE_OUTCOMES = ['consented', 'consented_with_opinion', 'objected'] as const;
const DIGEST = /^[0-9a-f]{64}$/;
const CODE = /^[\p{L}\p{N}._-]{1,64}$/u;

class PreviewAttributes {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(ESCALATIONS, { each: true })
  escalations?: Escalation[];
}

/** What is being typed; incomplete input is welcome. */
export class RoutePreviewRequest {
  @Matches(CODE)
  matterType: string;

  @IsObject()
  fields: Record<string, unknown>;

  /** Only the grounds for escalation change a route; other attributes are passed over. */
  @IsOptional()
  @IsObject()
  attributes?: Record<string, unknown> & PreviewAttributes;

  @IsOptional()
  @Matches(CODE)
  postCode?: string;
}

export class SubmissionRequest {
  /** `version` of the document that the drafter had in view. */
  @IsInt()
  @Min(1)
  expectedVersion: number;

  /** The drafter's answer to a return. */
  @IsOptional()
  @JpText({ max: 2000, multiline: true })
  note?: string | null;
}

export class ActRequest {
  @IsIn(ACT_KINDS)
  kind: ActKind;

  /** The seat in which to act; absent for acts of the drafter. */
  @IsOptional()
  @IsUUID()
  seatId?: string;

  /** `version` of the approval that the person had in view. */
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedVersion?: number;

  /** `contentDigest` that the person had in view (RULE-60). */
  @IsOptional()
  @Matches(DIGEST)
  contentDigest?: string;

  /** For concurrence: 同意, 意見付同意, 不同意. */
  @IsOptional()
  @IsIn(CONCURRENCE_OUTCOMES)
  outcome?: (typeof CONCURRENCE_OUTCOMES)[number];

  @IsOptional()
  @JpText({ max: 2000, multiline: true })
  comment?: string | null;
}

export class InboxQuery {
  @IsOptional()
  @IsIn(INBOX_VIEWS)
  view?: InboxView;

  @IsOptional()
  @Matches(/^[\w-]{1,600}$/)
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_LIMIT_MAX)
  @ApiPropertyOptional({ default: PAGE_LIMIT_DEFAULT })
  limit: number = PAGE_LIMIT_DEFAULT;
}

export class BulkItemInput {
  @IsUUID()
  documentId: string;

  @IsUUID()
  seatId: string;

  @IsInt()
  @Min(1)
  version: number;

  @Matches(DIGEST)
  contentDigest: string;
}

export class BulkRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => BulkItemInput)
  items: BulkItemInput[];

  /** One comment on every item. */
  @IsOptional()
  @JpText({ max: 2000, multiline: true })
  comment?: string | null;
}
