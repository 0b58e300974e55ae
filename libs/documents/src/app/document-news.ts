import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import { EventBus } from '@fubako/platform/outbox';
import type { DocumentRow } from '../data/document.row';
import { documentChanged } from '../events';

/** Tells of documents: to whoever keeps an eye on them (search), and to the ledger. */
@Injectable()
export class DocumentNews {
  constructor(
    private readonly bus: EventBus,
    private readonly ledger: Ledger,
  ) {}

  /** Something a reader would find has changed: content, state, a number, an opinion. */
  async changed(documentIds: readonly string[]): Promise<void> {
    await this.bus.publishAll(
      documentChanged,
      documentIds.map((documentId) => ({ subject: documentId, payload: { documentId } })),
    );
  }

  /** A move that is no act of an approval. */
  moved(documentId: string, actor: string, facts: { readonly from: string; readonly to: string }): void {
    this.ledger.record({ subject: { kind: 'document', id: documentId }, kind: 'documents.moved', actor, facts });
  }

  /** 決裁後の追加 of a file. */
  async fileAdded(
    documentId: string,
    actor: string,
    facts: { readonly attachment: string; readonly sha256: string },
  ): Promise<void> {
    this.ledger.record({ subject: { kind: 'document', id: documentId }, kind: 'documents.file-added', actor, facts });
    await this.changed([documentId]);
  }

  /** 引受け of a draft. */
  async takenOver(draft: Pick<DocumentRow, 'id' | 'drafter_staff_no'>, to: string): Promise<void> {
    const facts = { from: draft.drafter_staff_no, to };
    this.ledger.record({
      subject: { kind: 'document', id: draft.id },
      kind: 'documents.taken-over',
      actor: to,
      facts,
    });
    await this.changed([draft.id]);
  }
}
