import { Injectable } from '@nestjs/common';
import type { UnitCode } from '@fubako/kernel';
import { type DocumentCard, DocumentReading } from '@fubako/documents';
import { OrganisationCharts } from '@fubako/organisation';
import { type Actor, hasRole } from '@fubako/platform/authz';

/** Who may close a matter: its drafter, the records clerk (文書主任) and the head of its section, the records office. */
@Injectable()
export class ClosingRights {
  constructor(
    private readonly charts: OrganisationCharts,
    private readonly documents: DocumentReading,
  ) {}

  /** Whether its handling can be finished: it has gone out, or nothing of it goes out (domain 2.8). Call inside a unit of work. */
  async isSettled(card: DocumentCard): Promise<boolean> {
    if (card.state === 'executed') return true;
    if (card.state !== 'decided') return false;
    return card.executionWaivedAt !== null || (await this.documents.matterType(card)).execution === 'none';
  }

  /** Call inside a unit of work. */
  async mayClose(actor: Actor, card: DocumentCard): Promise<boolean> {
    const section = card.section.code as UnitCode;
    if (card.drafter.staffNo === actor.staffNo) return true;
    if (hasRole(actor, 'records_officer', section) || hasRole(actor, 'records_clerk', section)) return true;
    const head = (await this.charts.on(actor.on)).headOf(section);
    return head !== null && actor.posts.some(({ code }) => code === head.code);
  }
}
