import { Injectable } from '@nestjs/common';
import { DocumentLifecycle, type IssuedNumber } from '@fubako/documents';
import { Ledger } from '@fubako/ledger';

/** Tells that a document has got numbers: the ledger, and whoever searches for them. */
@Injectable()
export class NumberNews {
  constructor(
    private readonly lifecycle: DocumentLifecycle,
    private readonly ledger: Ledger,
  ) {}

  async numbered(documentId: string, actor: string, numbers: readonly IssuedNumber[]): Promise<void> {
    const subject = { kind: 'document', id: documentId };
    this.ledger.record(...numbers.map((number) => ({ subject, kind: 'documents.numbered', actor, facts: { number } })));
    await this.lifecycle.announce([documentId]);
  }
}
