import { Injectable } from '@nestjs/common';
import type { UnitCode } from '@fubako/kernel';
import type { DocumentCard } from '@fubako/documents';
import { OrganisationCharts } from '@fubako/organisation';
import { type Actor, hasRole } from '@fubako/platform/authz';

/** Who may close a matter: its drafter, the records clerk (文書主任) and the head of its section, the records office. */
@Injectable()
export class ClosingRights {
  constructor(private readonly charts: OrganisationCharts) {}

  /** Call inside a unit of work. */
  async mayClose(actor: Actor, card: DocumentCard): Promise<boolean> {
    const section = card.section.code as UnitCode;
    if (card.drafter.staffNo === actor.staffNo) return true;
    if (hasRole(actor, 'records_officer', section) || hasRole(actor, 'records_clerk', section)) return true;
    const head = (await this.charts.on(actor.on)).headOf(section);
    return head !== null && actor.posts.some(({ code }) => code === head.code);
  }
}
