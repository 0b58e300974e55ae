import { Injectable } from '@nestjs/common';
import { DocumentReading, isSecretOn } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Language } from '@fubako/platform/http';
import { isCirculable } from './circulation-subjects';
import { CirculationViews } from './circulation-views';
import type { CirculationsView } from './circulations.view.dto';
import { handles } from './policy';
import { ReceiptDesk } from './receipt-desk';
import { ReceiptViews } from './receipt-views';

/** The circulations of one subject, and what may be begun about it. */
@Injectable()
export class CirculationsOf {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly views: CirculationViews,
    private readonly desk: ReceiptDesk,
    private readonly receipts: ReceiptViews,
    private readonly documents: DocumentReading,
  ) {}

  /** @throws DomainError intake.not-found */
  receipt(id: string, actor: Actor, language: Language): Promise<CirculationsView> {
    return this.uow.read(async () => {
      await this.desk.read(id, actor);
      const { allowed } = await this.receipts.detail(id, actor, language);
      const items = await this.views.of({ kind: 'receipt', id }, actor, language);
      return { items, allowed: allowed.filter((act) => act === 'circulate' || act === 'broadcast') };
    });
  }

  /** @throws DomainError documents.not-found */
  document(id: string, actor: Actor, language: Language): Promise<CirculationsView> {
    return this.uow.read(async () => {
      const card = await this.documents.readable(id, actor);
      const items = await this.views.of({ kind: 'document', id }, actor, language);
      const may = card.drafter.staffNo === actor.staffNo || handles(actor, card.section.code);
      if (!may || !isCirculable(card.state)) return { items, allowed: [] };
      const running = items.some(({ mode, state }) => mode === 'reading' && state === 'running');
      const open = !isSecretOn(card.attributes, actor.on);
      return { items, allowed: [...(running ? [] : ['circulate']), ...(open ? ['broadcast'] : [])] };
    });
  }
}
