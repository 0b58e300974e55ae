import { Injectable } from '@nestjs/common';
import type { StaffNo, UnitCode } from '@fubako/kernel';
import type { DocumentCard } from '@fubako/documents';
import { type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import { type Actor, hasRole } from '@fubako/platform/authz';
import type { Standing } from '../core/judge';

/** What people are to a document that is executed, by today's organisation. Call inside a unit of work. */
@Injectable()
export class ExecutingRights {
  constructor(private readonly charts: OrganisationCharts) {}

  async of(actor: Actor, card: Pick<DocumentCard, 'section'>): Promise<Standing> {
    return (await this.judgeOf(actor))(card);
  }

  /** The same question for many documents, on one chart. */
  async judgeOf(actor: Actor): Promise<(card: Pick<DocumentCard, 'section'>) => Standing> {
    const chart = await this.charts.today();
    return (card) => standingOn(chart, actor, card.section.code as UnitCode);
  }

  /** 公印管守者 for a section. */
  async sealKeepers(card: Pick<DocumentCard, 'section'>): Promise<StaffNo[]> {
    const chart = await this.charts.today();
    const keeps = (staffNo: StaffNo) =>
      chart
        .rolesOf(staffNo)
        .some(({ role, unitCode }) => role === 'seal_keeper' && (unitCode === null || unitCode === card.section.code));
    return chart.people().flatMap(({ staffNo }) => (keeps(staffNo) ? [staffNo] : []));
  }

  /** Symbols (記号) whose series the actor may look into: null for those who look over all (発番簿). */
  async symbols(actor: Actor): Promise<readonly string[] | null> {
    if (hasRole(actor, 'records_officer') || hasRole(actor, 'auditor')) return null;
    const chart = await this.charts.today();
    const units = [...actor.units, ...actor.roles.flatMap(({ unitCode }) => unitCode ?? [])];
    return ['', ...new Set(units.flatMap((code) => chart.symbolOf(code) ?? []))];
  }

  /** Symbols whose series the actor keeps: reserves, makes void, closes; null for the records office, which keeps all. */
  async keptSymbols(actor: Actor): Promise<readonly string[] | null> {
    if (hasRole(actor, 'records_officer')) return null;
    const chart = await this.charts.today();
    const clerk = (role: string) => role === 'records_clerk' || role === 'deputy_records_clerk';
    const units = actor.roles.flatMap(({ role, unitCode }) => (clerk(role) && unitCode ? [unitCode] : []));
    return units.flatMap((code) => chart.symbolOf(code) ?? []);
  }
}

function standingOn(chart: OrganisationChart, actor: Actor, section: UnitCode): Standing {
  const head = chart.headOf(section);
  const officer = hasRole(actor, 'records_officer', section);
  return {
    staffNo: actor.staffNo,
    officer,
    clerk: officer || hasRole(actor, 'records_clerk', section) || hasRole(actor, 'deputy_records_clerk', section),
    manager: officer || (head !== null && actor.posts.some(({ code }) => code === head.code)),
    colleague: actor.units.includes(section),
    sealKeeper: hasRole(actor, 'seal_keeper', section),
  };
}
