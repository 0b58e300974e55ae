import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { DocumentsSections, FORMS, MATTER_TYPES, NUMBER_SERIES } from '@fubako/documents';
import {
  type Fault,
  Faults,
  ORG_UNITS,
  OrganisationSections,
  POSTS,
  PackageContents,
  readTable,
} from '@fubako/organisation';
import { RuleSetRows } from '../../data/rule-set-rows';
import { checkConditions } from '../../package/check-conditions';
import { DELEGATION_RULES, delegationRules } from '../../package/delegation-table';
import { cellsOf, filesOf } from '../../package/rule-cells';

const NEEDED: readonly string[] = [ORG_UNITS.name, POSTS.name, FORMS.name, MATTER_TYPES.name, NUMBER_SERIES.name];

/** What stands around a definition on a day: the checks of the package importer say what would no longer fit (FORM-5). */
@Injectable()
export class DefinitionsAround {
  constructor(
    private readonly organisation: OrganisationSections,
    private readonly documents: DocumentsSections,
    private readonly sets: RuleSetRows,
  ) {}

  /** Faults of the delegation table, matter types and series that the change brings; those that are there anyway are not its own. */
  async broughtBy(change: (all: PackageContents) => void, day: LocalDate): Promise<Fault[]> {
    const before = this.check(await this.on(day)).map(({ message }) => message);
    const all = await this.on(day);
    change(all);
    return this.check(all).filter(({ message }) => !before.includes(message));
  }

  /** Whether the delegation table of the day says who decides on a matter type. */
  async hasRules(matterType: string, day: LocalDate): Promise<boolean> {
    const inForce = await this.sets.onOrFirst(day);
    const rules = inForce ? await this.sets.rules(inForce.id) : [];
    return rules.some((rule) => rule.matterType === matterType);
  }

  private check(all: PackageContents): Fault[] {
    const faults = new Faults();
    checkConditions(all, faults);
    this.documents.all.find(({ key }) => key.name === MATTER_TYPES.name)?.crossCheck(all, faults);
    return faults.all();
  }

  private async on(day: LocalDate): Promise<PackageContents> {
    const all = new PackageContents();
    for (const section of [...this.organisation.all, ...this.documents.all])
      if (section.stored && NEEDED.includes(section.key.name)) all.set(section.key, await section.stored(day));
    const inForce = await this.sets.onOrFirst(day);
    const rules = inForce ? await this.sets.rules(inForce.id) : [];
    const { rows } = readTable(delegationRules, filesOf(rules.map(cellsOf)), new Faults());
    all.set(DELEGATION_RULES, { rows, today: day, stored: null });
    return all;
  }
}
