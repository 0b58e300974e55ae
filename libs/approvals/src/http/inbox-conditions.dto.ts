import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { CalendarDay, JpText } from '@fubako/platform/http';
import { INBOX_SORTS, type InboxSort } from '../data/inbox-orders';
import { INBOX_VIEWS, type InboxView } from '../data/inbox-rows';

const CODE = /^[\p{L}\p{N}._-]{1,64}$/u;

/** A view of the inbox, what narrows it down, and its order. */
export class InboxConditionsDto {
  @IsOptional()
  @IsIn(INBOX_VIEWS)
  view?: InboxView;

  /** Part of title, drafter, section or number. */
  @IsOptional()
  @JpText({ max: 100 })
  q?: string;

  @IsOptional()
  @Matches(CODE)
  matterType?: string;

  /** 至急 only. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  urgent?: boolean;

  /** Yen: this amount and more. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(9_007_199_254_740_991)
  amountFrom?: number;

  /** 課 of the drafter. */
  @IsOptional()
  @Matches(CODE)
  section?: string;

  /** 受付 on this day or later. */
  @IsOptional()
  @CalendarDay()
  from?: string;

  /** 受付 on this day or earlier. */
  @IsOptional()
  @CalendarDay()
  until?: string;

  /** With 代決候補. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  acting?: boolean;

  /** 超過・至急・期限・受付 when absent. */
  @IsOptional()
  @IsIn(INBOX_SORTS)
  sort?: InboxSort;
}
