import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { JpText } from '@fubako/platform/http';
import { EXTENSION_YEARS, MEASURES } from '../../core/disposal/measure';

const MOST_ITEMS = 5000;

export class VersionedRequest {
  /** Version of the batch that the person had in view. */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  expectedVersion: number;
}

export class MeasureChoice {
  @IsUUID()
  itemId: string;

  @IsIn(MEASURES)
  measure: (typeof MEASURES)[number];

  /** Needed where the choice is not what the plan proposes, and for extensions. */
  @IsOptional()
  @JpText({ max: 500, multiline: true })
  reason?: string;

  /** 延長する年数; of extensions only. */
  @IsOptional()
  @IsInt()
  @Min(EXTENSION_YEARS.min)
  @Max(EXTENSION_YEARS.max)
  extendYears?: number;
}

export class ChoicesRequest extends VersionedRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => MeasureChoice)
  choices: MeasureChoice[];
}

export class SplitRequest extends VersionedRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ITEMS)
  @IsUUID(undefined, { each: true })
  documentIds: string[];
}

export class ReturnRequest extends VersionedRequest {
  @JpText({ max: 500, multiline: true })
  reason: string;
}

export class ArchivesWish {
  @IsUUID()
  itemId: string;

  @JpText({ max: 500, multiline: true })
  reason: string;
}

export class OpinionRequest extends VersionedRequest {
  @JpText({ max: 2000, multiline: true })
  opinion: string;

  /** Files that are asked for. */
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => ArchivesWish)
  wishes: ArchivesWish[];
}

export class CountRequest extends VersionedRequest {
  /** 件数 as it was typed: the documents that will be destroyed. */
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  count: number;
}

export class ReceiptRequest extends VersionedRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ITEMS)
  @IsUUID(undefined, { each: true })
  itemIds: string[];

  /** Why they are not taken; left out when they are. */
  @IsOptional()
  @JpText({ max: 500, multiline: true })
  refusal?: string;

  /** 点数 of the paper that came with them, as it was counted; none without paper. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  pieces?: number;
}

export class ReleaseRequest {
  /** What was done about the holds that were missing. */
  @JpText({ min: 1, max: 500, multiline: true })
  reason: string;
}

export class RegisterRequest {
  @IsIn(['destroyed', 'transferred'])
  kind: 'destroyed' | 'transferred';

  /** 年度 of execution, by the Gregorian year in which it begins. */
  @Type(() => Number)
  @IsInt()
  @Min(1868)
  @Max(9998)
  fiscalYear: number;
}
