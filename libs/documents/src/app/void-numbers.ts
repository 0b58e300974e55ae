import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { GIVEN_UP_STATES } from '../core/states';
import { DocumentRows, type StateMove } from '../data/document-rows';
import { type NumberKey, NumberRows } from '../data/number-rows';
import { refuse } from '../errors';

export interface VoidCause {
  readonly by: string;
  readonly reason: string;
}

interface VoidedNumber {
  readonly text: string;
  readonly documentId: string | null;
  readonly counter: string;
  readonly by: string;
  readonly reason: string;
}

const REASONS: Readonly<Record<string, string>> = { rejected: '否決', withdrawn: '取下げ', abandoned: '廃案' };

/** 欠番: a number that is given up stays in its series with the reason, the person and the time, and never comes back (RULE-75). */
@Injectable()
export class VoidNumbers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly numbers: NumberRows,
    private readonly documents: DocumentRows,
    private readonly ledger: Ledger,
  ) {}

  /** RULE-52 The numbers of matters that these moves give up; other moves leave numbers as they are. */
  async ofGivenUp(moves: readonly StateMove[]): Promise<void> {
    const givenUp = moves.filter(({ to }) => (GIVEN_UP_STATES as readonly string[]).includes(to));
    if (givenUp.length === 0) return;
    const reasonOf = ({ to, reason }: StateMove) => (reason ? `${REASONS[to]}: ${reason}` : (REASONS[to] ?? to));
    await this.write(
      await this.uow.rows<VoidedNumber>(sql`
      update documents.issued_number n set voided_at = ${await this.uow.now()}, voided_by = m.by, void_reason = m.reason
      from unnest(${givenUp.map((m) => m.documentId)}::uuid[], ${givenUp.map((m) => m.by)}::text[], ${givenUp.map(reasonOf)}::text[]) as m(id, by, reason)
      where n.document_id = m.id and n.voided_at is null
      returning n.text, n.document_id as "documentId", n.series_code || '/' || n.symbol || '/' || n.year as counter, m.by, m.reason`),
    );
  }

  /** One number, issued or set aside. @throws DomainError documents.unknown-number, documents.number-void */
  async one(key: NumberKey, { by, reason }: VoidCause): Promise<void> {
    const number = await this.numbers.lock(key);
    if (!number) throw refuse('documents.unknown-number', {});
    if (number.voidedAt) throw refuse('documents.number-void', { number: number.text });
    await this.write(
      await this.uow.rows<VoidedNumber>(sql`
      update documents.issued_number n set voided_at = ${await this.uow.now()}, voided_by = ${by}, void_reason = ${reason}
      where (series_code, symbol, year, serial, branch) = (${key.seriesCode}, ${key.symbol}, ${key.year}::int, ${key.serial}::int, ${key.branch}::int)
      returning n.text, n.document_id as "documentId", n.series_code || '/' || n.symbol || '/' || n.year as counter, n.voided_by as by, n.void_reason as reason`),
    );
  }

  private async write(voided: readonly VoidedNumber[]): Promise<void> {
    if (voided.length === 0) return;
    await this.documents.renewDispatchNumbers(voided.flatMap(({ documentId }) => documentId ?? []));
    this.ledger.record(
      ...voided.map(({ text, documentId, counter, by, reason }) => ({
        subject: documentId ? { kind: 'document', id: documentId } : { kind: 'number-counter', id: counter },
        kind: 'documents.number-voided',
        actor: by,
        facts: { number: text, reason },
      })),
    );
  }
}
