import { Injectable } from '@nestjs/common';
import { DocumentReading, type NumberKey, NumberRows } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { refuse } from '../errors';

/** The number that later letters of a matter continue (枝番の親, RULE-74). Call inside a unit of work. */
@Injectable()
export class ParentNumbers {
  constructor(
    private readonly documents: DocumentReading,
    private readonly numbers: NumberRows,
  ) {}

  /** @throws DomainError documents.not-found, execution.number-missing */
  async of(documentId: string, actor: Actor): Promise<NumberKey> {
    await this.documents.readable(documentId, actor);
    const numbers = await this.numbers.of([documentId]);
    const first = numbers.find(({ kind, voidedAt }) => kind !== 'draft' && !voidedAt);
    if (!first) throw refuse('execution.number-missing', { documentId, rule: 'RULE-74' });
    const { seriesCode, symbol, year, serial } = first;
    return { seriesCode, symbol, year, serial, branch: 0 };
  }
}
