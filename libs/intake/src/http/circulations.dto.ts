import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';
import { CalendarDay, JpText, PageRequest } from '@fubako/platform/http';
import { CIRCULATION_VIEWS, type CirculationListView } from '../app/list-circulations';
import { type CirculationMode, MODES } from '../core/words';
import { CODE, ReasonRequest } from './receipts.dto';

export class ReaderWishInput {
  /** A person by 職員番号, whoever holds a post, or everybody of a section. */
  @IsIn(['person', 'post', 'section'])
  kind: 'person' | 'post' | 'section';

  @Matches(CODE)
  code: string;

  /** Must read. */
  @IsOptional()
  @IsBoolean()
  required: boolean = true;
}

export class StartCirculationRequest {
  /** 供覧 or 回覧 */
  @IsIn(MODES)
  mode: CirculationMode;

  /** Of a 供覧. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ReaderWishInput)
  readers: ReaderWishInput[] = [];

  /** Of a 回覧: codes of sections; none is everybody. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @Matches(CODE, { each: true })
  audience: string[] = [];

  @IsOptional()
  @JpText({ max: 1000, multiline: true })
  note?: string | null;

  /** Day by which it should be read. */
  @IsOptional()
  @CalendarDay()
  readByOn?: string | null;
}

export class AddReadersRequest {
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ReaderWishInput)
  readers: ReaderWishInput[];
}

export class ReadingMarkRequest {
  @IsOptional()
  @JpText({ max: 1000, multiline: true })
  comment?: string | null;

  /** 起案依頼 */
  @IsOptional()
  @IsBoolean()
  asksForDraft: boolean = false;
}

export class StopRequest extends ReasonRequest {}

export class ListCirculationsRequest extends PageRequest {
  /** To be read by me, read by me, or begun by me. */
  @IsOptional()
  @IsIn(CIRCULATION_VIEWS)
  @ApiPropertyOptional({ enum: CIRCULATION_VIEWS, default: 'to_read' })
  view: CirculationListView = 'to_read';
}
