import { Injectable } from '@nestjs/common';
import type { UnitCode } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
import { type Actor, hasRole } from '@fubako/platform/authz';
import { refuse } from '../../errors';

/** Who works on the keeping of files: the records office, and in its section the head and the records clerk (文書主任). */
@Injectable()
export class KeepingRights {
  constructor(private readonly charts: OrganisationCharts) {}

  isOffice(actor: Actor): boolean {
    return hasRole(actor, 'records_officer');
  }

  /** Call inside a unit of work. */
  async mayKeep(actor: Actor, sectionCode: string): Promise<boolean> {
    const section = sectionCode as UnitCode;
    if (hasRole(actor, 'records_officer', section) || hasRole(actor, 'records_clerk', section)) return true;
    const head = (await this.charts.on(actor.on)).headOf(section);
    return head !== null && actor.posts.some(({ code }) => code === head.code);
  }

  /** @throws DomainError records.not-yours-to-keep */
  async assertKeeper(actor: Actor, sectionCode: string): Promise<void> {
    if (!(await this.mayKeep(actor, sectionCode))) throw refuse('records.not-yours-to-keep', {});
  }
}
