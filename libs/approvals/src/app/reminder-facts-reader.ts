import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { BusinessCalendar, MunicipalitySettings, isOpen, openDaysBetween } from '@fubako/organisation';
import type { ReminderFacts } from '../core/reminders';

/** What of the calendar and the settings decides about reminders. Call inside a unit of work. */
@Injectable()
export class ReminderFactsReader {
  constructor(
    private readonly calendar: BusinessCalendar,
    private readonly settings: MunicipalitySettings,
  ) {}

  async on(today: LocalDate): Promise<ReminderFacts> {
    const calendar = await this.calendar.facts();
    const { escalateAfterDays } = (await this.settings.on(today)).settings;
    return {
      today,
      open: isOpen(today, calendar),
      openDaysSince: (from) => openDaysBetween(from, today, calendar),
      escalateAfterDays,
    };
  }
}
