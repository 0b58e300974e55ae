import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { JpText } from '@fubako/platform/http';
import type { SavedSearchAct } from '../app/saved-searches';
import { SearchConditions } from './search.dto';

const UNIT = /^[\p{L}\p{N}._-]{1,64}$/u;

export class SaveSearchRequest {
  @JpText({ min: 1, max: 60 })
  name: string;

  @IsObject()
  @ValidateNested()
  @Type(() => SearchConditions)
  conditions: SearchConditions;

  /** Unit with which it is shared; absent or null: private. */
  @IsOptional()
  @Matches(UNIT)
  @ApiPropertyOptional({ type: String, nullable: true })
  unitCode?: string | null;
}

export class ChangeSavedSearchRequest {
  @IsOptional()
  @JpText({ min: 1, max: 60 })
  name?: string;

  /** Null ends the sharing. */
  @IsOptional()
  @Matches(UNIT)
  @ApiPropertyOptional({ type: String, nullable: true })
  unitCode?: string | null;
}

export class ArrangeSavedSearchesRequest {
  /** In the order wanted; those left out come after. */
  @IsArray()
  @ArrayMaxSize(500)
  @IsUUID('all', { each: true })
  ids: string[];
}

export class SavedSearchView {
  id: string;
  name: string;

  /** As they were saved; the screen's address takes them. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  conditions: Readonly<Record<string, unknown>>;

  unitCode: string | null;
  unitName: string | null;
  ownerName: string;
  isSubscribed: boolean;

  @ApiProperty({ type: [String], enum: ['change', 'delete', 'subscribe', 'unsubscribe'] })
  allowed: SavedSearchAct[];
}

export class ShareableUnitView {
  code: string;
  name: string;
}

export class SavedSearchesView {
  @ApiProperty({ type: [SavedSearchView] })
  items: SavedSearchView[];

  /** Units with which one may share. */
  @ApiProperty({ type: [ShareableUnitView] })
  units: ShareableUnitView[];
}

export class SavedSearchCreated {
  id: string;
}
