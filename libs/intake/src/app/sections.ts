import { Injectable } from '@nestjs/common';
import type { UnitCode } from '@fubako/kernel';
import { type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import type { Actor, ActorPost } from '@fubako/platform/authz';
import type { SectionSnapshot } from '../data/receipt.row';
import { refuse } from '../errors';
import { handles } from './policy';

/** Sections as they are today. Call inside a unit of work. */
@Injectable()
export class Sections {
  constructor(private readonly charts: OrganisationCharts) {}

  /** @throws DomainError intake.unknown-section unless it is a section that numbers its own documents */
  async snapshot(code: string): Promise<SectionSnapshot> {
    const found = (await this.all()).find((section) => section.code === code);
    if (!found) throw refuse('intake.unknown-section', { section: code });
    return found;
  }

  async all(): Promise<SectionSnapshot[]> {
    return sectionsIn(await this.charts.today());
  }

  /** Those in which the person may register receipts, the own ones first. */
  async registrableBy(actor: Actor): Promise<SectionSnapshot[]> {
    const own = new Set(actor.posts.map(({ unitCode }) => unitCode as string));
    const sections = (await this.all()).filter(({ code }) => handles(actor, code));
    const chart = await this.charts.today();
    const isOwn = ({ code }: SectionSnapshot) =>
      [...own].some((unit) => chart.sectionOf(unit as UnitCode)?.code === code);
    return [...sections.filter(isOwn), ...sections.filter((section) => !isOwn(section))];
  }

  /** The person's post in the section, 本務 first; null when there is none. */
  async postIn(actor: Actor, sectionCode: string): Promise<ActorPost | null> {
    const chart = await this.charts.today();
    return actor.posts.find(({ unitCode }) => chart.sectionOf(unitCode)?.code === sectionCode) ?? null;
  }

  /** 職員番号 of 文書主任 and deputies of the section. */
  async clerks(sectionCode: string): Promise<string[]> {
    const chart = await this.charts.today();
    const isClerk = (staffNo: (typeof people)[number]['staffNo']) =>
      chart
        .rolesOf(staffNo)
        .some(({ role, unitCode }) => unitCode === sectionCode && /^(deputy_)?records_clerk$/.test(role));
    const people = chart.people();
    return people.map(({ staffNo }) => staffNo).filter(isClerk);
  }
}

function sectionsIn(chart: OrganisationChart): SectionSnapshot[] {
  return chart
    .units()
    .flatMap(({ code, name, symbol }) =>
      symbol !== null && chart.sectionOf(code)?.code === code ? [{ code, name, symbol }] : [],
    );
}
