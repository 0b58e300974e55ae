import { Injectable } from '@nestjs/common';
import holidayJp from '@holiday-jp/holiday_jp';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import {
  type CalendarFacts,
  type Deadline,
  addOpenDays,
  deadlineAfter,
  isOpen,
  openDaysBetween,
} from '../core/business-days';

const NATIONAL: Readonly<Record<string, unknown>> = holidayJp.holidays;
const isNationalHoliday = (date: LocalDate): boolean => Object.hasOwn(NATIONAL, date);

/** 開庁日: weekdays without national holidays, as the municipality's own calendar has it. Call inside a unit of work. */
@Injectable()
export class BusinessCalendar {
  constructor(private readonly uow: UnitOfWork) {}

  async isOpen(date: LocalDate): Promise<boolean> {
    return isOpen(date, await this.facts());
  }

  /** The day `days` open days after `date`; `date` itself does not count. */
  async addBusinessDays(date: LocalDate, days: number): Promise<LocalDate> {
    return addOpenDays(date, days, await this.facts());
  }

  /** When something opened at `opened` is due if `days` open days are given: at the end of the last one, in Japan. */
  async deadlineAfter(opened: Date, days: number): Promise<Deadline> {
    return deadlineAfter(opened, days, await this.facts());
  }

  /** How many open days something of `from` is old on `to`; neither negative nor counting `from` itself. */
  async openDaysBetween(from: LocalDate, to: LocalDate): Promise<number> {
    return openDaysBetween(from, to, await this.facts());
  }

  /** For whoever counts many days at once. */
  async facts(): Promise<CalendarFacts> {
    const days = await this.uow.rows<{ date: LocalDate; open: boolean }>(sql`
      select date, coalesce(o.open, d.open) as open from organisation.closing_day d full join organisation.calendar_override o using (date)`);
    return { isNationalHoliday, own: new Map(days.map(({ date, open }) => [date, open])) };
  }
}
