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
import { JpText, PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from '@fubako/platform/http';
import { BULK_KINDS, type BulkKind } from '../app/bulk-selection';
import { InboxConditionsDto } from './inbox-conditions.dto';

const DIGEST = /^[0-9a-f]{64}$/;

export class InboxQuery extends InboxConditionsDto {
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
  /** 一括決裁 when absent. */
  @IsOptional()
  @IsIn(BULK_KINDS)
  kind?: BulkKind;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => BulkItemInput)
  items: BulkItemInput[];

  /** One comment on every item; 一括差戻し needs it. */
  @IsOptional()
  @JpText({ max: 2000, multiline: true })
  comment?: string | null;
}

/** 取消し of staged decisions. */
export class UndoStagedRequest {
  /** Seats in which the decisions were made. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  seatIds: string[];
}
