import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { READING_MEANS, type ReadingMeans } from '@fubako/ledger';
import { JpText, PageRequest } from '@fubako/platform/http';
import { IsIn, IsOptional, Matches } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class ReadingsConditions {
  /** Whom or what it is about, as in the search: words, 件名:, 起案者: and so on. */
  @IsOptional()
  @JpText({ max: 2000 })
  about?: string;

  /** 職員番号 or a part of the name of who read. */
  @IsOptional()
  @JpText({ max: 100 })
  reader?: string;

  @IsOptional()
  @Matches(DAY)
  from?: string;

  @IsOptional()
  @Matches(DAY)
  to?: string;

  @IsOptional()
  @IsIn(READING_MEANS)
  @ApiPropertyOptional({ enum: READING_MEANS })
  means?: ReadingMeans;

  /** Confidential and privileged readings alone. */
  @IsOptional()
  @IsIn(['true', 'false'])
  @ApiPropertyOptional({ enum: ['true', 'false'] })
  enteredOnly?: 'true' | 'false';
}

export class ReadingsRequest extends IntersectionType(PageRequest, ReadingsConditions) {}

export class AcknowledgeRequest {
  /** What the manager found; may be empty. */
  @IsOptional()
  @JpText({ max: 1000 })
  remark?: string;
}
