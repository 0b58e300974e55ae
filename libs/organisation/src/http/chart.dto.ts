import { IsOptional } from 'class-validator';
import { CalendarDay } from '@fubako/platform/http';

export class ChartQuery {
  /** The day that is shown; left out: today. */
  @IsOptional()
  @CalendarDay()
  on?: string;
}
