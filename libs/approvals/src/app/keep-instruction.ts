import { Injectable } from '@nestjs/common';
import { DocumentLifecycle } from '@fubako/documents';
import { Ledger } from '@fubako/ledger';
import { CaseWriter } from '../data/case-writer';
import type { PriorInstructionRow } from '../data/case.row';

/** 事前の指示 on the record: in the ledger, and found by its words in the unit that keeps it. Call it inside that unit. */
@Injectable()
export class KeepInstruction {
  constructor(
    private readonly writer: CaseWriter,
    private readonly ledger: Ledger,
    private readonly documents: DocumentLifecycle,
  ) {}

  async run(row: PriorInstructionRow): Promise<void> {
    await this.writer.insertInstruction(row);
    this.ledger.record({
      subject: { kind: 'document', id: row.document_id },
      kind: 'approvals.instruction-recorded',
      actor: row.recorded_by,
      facts: { post: row.post_code, givenBy: row.given_by, givenOn: row.given_on, text: row.text },
    });
    await this.documents.announce([row.document_id]);
  }
}
