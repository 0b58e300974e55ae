import { Injectable } from '@nestjs/common';
import { type LocalDate, type UnitCode, addDays } from '@fubako/kernel';
import { OrganisationCharts, Successions, movedFunctions } from '@fubako/organisation';
import { type SectionGroup, type SectionMove, SectionRows } from '../data/section-rows';
import { FilingClasses } from './filing-classes';

/** Which documents belong to another section now. Call inside a unit of work. */
@Injectable()
export class SectionMoves {
  constructor(
    private readonly charts: OrganisationCharts,
    private readonly successions: Successions,
    private readonly classes: FilingClasses,
    private readonly rows: SectionRows,
  ) {}

  /** @param day first day of the changes to be followed; sections that ended before are followed all the same */
  async since(day: LocalDate): Promise<SectionMove[]> {
    const now = await this.charts.today();
    const moved = movedFunctions(await this.charts.on(addDays(day, -1)), now);
    const ended = (await this.rows.sections()).filter((code) => now.unit(code as UnitCode) === null);
    const sections = [...new Set([...ended, ...moved.map(({ from }) => from.code)])];
    if (sections.length === 0) return [];
    const groups = await this.rows.groups(sections);
    const functions = await this.classes.functionsOf([...new Set(groups.map((group) => group.class))]);
    const succession = await this.successions.of(groups.flatMap(({ section, unit }) => [section, unit]));
    return groups.flatMap((group) => {
      const work = { functionCode: functions.get(group.class) ?? null, near: [group.unit] };
      const handed = moved.find(
        ({ functionCode, from }) => functionCode === work.functionCode && from.code === group.section,
      );
      const target = handed?.to ?? succession.sectionFor(group.section, work);
      if (!target || target.code === group.section) return [];
      const unit = succession.unitFor(group.unit, work) ?? target;
      return [moveTo(group, { ...target, symbol: now.symbolOf(target.code) }, unit)];
    });
  }
}

interface Named {
  readonly code: string;
  readonly name: string;
}

function moveTo(group: SectionGroup, section: Named & { readonly symbol: string | null }, unit: Named): SectionMove {
  const { code, name, symbol } = section;
  return { ...group, code, name, symbol: symbol ?? '', unitCode: unit.code, unitName: unit.name };
}
