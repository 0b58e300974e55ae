import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { JpText } from '@fubako/platform/http';

const CODE = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/;

export class LedgerOfYear {
  @Matches(CODE)
  series: string;

  /** 記号; empty for a series of the whole municipality. */
  @IsOptional()
  @JpText({ max: 20 })
  symbol: string = '';

  /** Gregorian year in which the year of the series begins. */
  @Type(() => Number)
  @IsInt()
  @Min(1868)
  @Max(9998)
  year: number;
}

export class NumberLedgerRequest extends LedgerOfYear {
  @IsOptional()
  @Matches(/^[\w-]{1,400}$/)
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 200;
}

export class VoidNumberRequest extends LedgerOfYear {
  @IsInt()
  @Min(0)
  @Max(999_999_999)
  serial: number;

  /** 枝番; 0 when left out. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(99_999)
  branch: number = 0;

  @JpText({ max: 500, min: 1, multiline: true })
  reason: string;
}

export class ReservationRequest {
  @Matches(CODE)
  series: string;

  @IsOptional()
  @JpText({ max: 20 })
  symbol: string = '';

  @IsInt()
  @Min(1)
  @Max(500)
  count: number;

  @JpText({ max: 500, min: 1, multiline: true })
  reason: string;
}

export class SeriesClosureRequest {
  @Matches(CODE)
  series: string;

  @IsOptional()
  @JpText({ max: 20 })
  symbol: string = '';

  @JpText({ max: 500, min: 1, multiline: true })
  reason: string;
}
