import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import { BusinessCalendar, MunicipalitySettings, addOpenDays } from '@fubako/organisation';
import type { StepKind } from '../core/route-plan';

/** 処理期限: until when a seat that opens now should have acted, in open days of the municipality (RULE-35). */
@Injectable()
export class DueDates {
  constructor(
    private readonly calendar: BusinessCalendar,
    private readonly settings: MunicipalitySettings,
  ) {}

  /** Call inside a unit of work. Urgent matters have a day of their own (RULE-66). */
  async from(at: Date): Promise<(kind: StepKind, urgent: boolean) => LocalDate | null> {
    const [{ stepDays }, calendar] = await Promise.all([this.settings.current(), this.calendar.facts()]);
    const today = localDateAt(at);
    return (kind, urgent) =>
      addOpenDays(today, urgent ? Math.min(stepDays.urgent, stepDays[kind]) : stepDays[kind], calendar);
  }
}
