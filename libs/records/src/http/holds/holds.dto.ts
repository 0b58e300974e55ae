import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID, ValidateIf } from 'class-validator';
import { CalendarDay, JpText, PageRequest } from '@fubako/platform/http';
import { HOLD_GROUNDS, type HoldGround } from '../../core/hold';
import { HOLD_STATES, type HoldState } from '../../data/holds/hold-list-rows';

/** So many files or documents in one request. */
export const MOST_SUBJECTS = 1000;

export class HoldSubjects {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_SUBJECTS)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  fileIds?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_SUBJECTS)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  documentIds?: string[];
}

export class PlaceHoldBody extends HoldSubjects {
  @IsIn(HOLD_GROUNDS)
  ground: HoldGround;

  /** 事件番号, 受付番号 */
  @IsOptional()
  @JpText({ min: 1, max: 60 })
  caseNo?: string;

  @JpText({ min: 1, max: 500, multiline: true })
  reason: string;

  /** Day of the request, the appeal, the suit, the announcement of the audit. */
  @CalendarDay()
  triggeredOn: string;

  /** Day of the decision or the ruling, when it has been given already. */
  @IsOptional()
  @CalendarDay()
  decidedOn?: string;
}

export class ChangeHoldBody {
  @IsOptional()
  @IsIn(HOLD_GROUNDS)
  ground?: HoldGround;

  @IsOptional()
  @JpText({ min: 1, max: 60 })
  caseNo?: string;

  @IsOptional()
  @JpText({ min: 1, max: 500, multiline: true })
  reason?: string;

  @IsOptional()
  @CalendarDay()
  triggeredOn?: string;

  /** Why it is changed. */
  @JpText({ min: 1, max: 500, multiline: true })
  note: string;
}

export class DecideHoldBody {
  /** Day of the decision, the ruling, the conclusion; null takes a wrong day back. */
  @ValidateIf((_, value) => value !== null)
  @CalendarDay()
  decidedOn: string | null;

  @JpText({ min: 1, max: 500, multiline: true })
  note: string;
}

export class ReleaseHoldBody {
  @JpText({ min: 1, max: 500, multiline: true })
  reason: string;
}

export class HoldsRequest extends PageRequest {
  @IsOptional()
  @IsIn(HOLD_STATES)
  @ApiPropertyOptional({ enum: HOLD_STATES, default: 'in_force' })
  state: HoldState = 'in_force';

  @IsOptional()
  @IsIn(HOLD_GROUNDS)
  ground?: HoldGround;

  /** In the case number, the reason, or the name of who placed it. */
  @IsOptional()
  @JpText({ min: 1, max: 60 })
  words?: string;
}
