import { CalendarDay } from '@fubako/platform/http';

export class PastDayQuery {
  /** The day at whose end the document is shown; from the day of drafting until today. */
  @CalendarDay()
  day: string;
}
