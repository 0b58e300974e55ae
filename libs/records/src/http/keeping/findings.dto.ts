import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { PageRequest } from '@fubako/platform/http';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { FINDING_KINDS, type FindingKind } from '../../data/keeping/finding-rows';

const STATES = ['open', 'settled', 'all'] as const;

export class FindingsCsvRequest {
  /** Those that are open (by default), those that were settled, or all. */
  @IsOptional()
  @IsIn(STATES)
  @ApiPropertyOptional({ enum: STATES })
  state?: (typeof STATES)[number];

  @IsOptional()
  @IsIn(FINDING_KINDS)
  @ApiPropertyOptional({ enum: FINDING_KINDS })
  kind?: FindingKind;

  /** Code of a section. */
  @IsOptional()
  @Matches(/^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/)
  unit?: string;
}

export class FindingsRequest extends IntersectionType(PageRequest, FindingsCsvRequest) {}
