import { Injectable } from '@nestjs/common';
import type { UnitCode } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
import { type Actor, hasRole } from '@fubako/platform/authz';
import { type Sql, sql } from '@fubako/platform/database';
import type { Part } from '../../core/disposal/steps';

/** Who has which part in the disposals of a section, and who may look at them. */
@Injectable()
export class DisposalRights {
  constructor(private readonly charts: OrganisationCharts) {}

  /** Call inside a unit of work. */
  async part(actor: Actor, sectionCode: string): Promise<Part> {
    const section = sectionCode as UnitCode;
    const head = (await this.charts.on(actor.on)).headOf(section);
    return {
      head: head !== null && actor.posts.some(({ code }) => code === head.code),
      clerk: hasRole(actor, 'records_clerk', section),
      office: hasRole(actor, 'records_officer'),
      archivist: hasRole(actor, 'archivist'),
      auditor: hasRole(actor, 'auditor'),
    };
  }

  maySee(actor: Actor, sectionCode: string): boolean {
    return seesAll(actor) || actor.units.some((unit) => unit === sectionCode);
  }

  /** The SQL twin of {@link maySee}. */
  visible(actor: Actor, section: Sql): Sql {
    return visibleSections(actor, section);
  }
}

/** Sections whose disposals the actor may look at, as a condition on the code of a section. */
export function visibleSections(actor: Actor, section: Sql): Sql {
  return seesAll(actor) ? sql`true` : sql`${section} = any(${[...actor.units]}::text[])`;
}

/** 文書主管課, 公文書館, 監査 */
function seesAll(actor: Actor): boolean {
  return hasRole(actor, 'records_officer') || hasRole(actor, 'archivist') || hasRole(actor, 'auditor');
}
