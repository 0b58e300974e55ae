import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { ReceiptRows } from '../data/receipt-rows';
import { refuse } from '../errors';
import { type ReceiptInput, ReceiptContents } from './receipt-contents';
import { ReceiptDesk } from './receipt-desk';
import { ReceiptNews, digestOf } from './receipt-news';
import { Receiving } from './receiving';

export interface CorrectReceiptCommand extends ReceiptInput {
  readonly actor: Actor;
  readonly receiptId: string;
  readonly expectedVersion: number;
}

/** 収受 of what the records office entered for the section. */
@Injectable()
export class ReceiveReceipt {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReceiptDesk,
    private readonly receiving: Receiving,
  ) {}

  run({ actor, receiptId, numbered }: { actor: Actor; receiptId: string; numbered: boolean }): Promise<void> {
    return this.uow.run(async () => {
      const row = await this.desk.open(receiptId, actor, 'receive');
      await this.receiving.run(row, actor, { numbered });
    });
  }
}

/** 受理: form and content are examined and accepted as valid; a moment of its own (RULE-01). */
@Injectable()
export class AcceptReceipt {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReceiptDesk,
    private readonly receipts: ReceiptRows,
    private readonly news: ReceiptNews,
  ) {}

  run({ actor, receiptId }: { actor: Actor; receiptId: string }): Promise<void> {
    return this.uow.run(async () => {
      const row = await this.desk.open(receiptId, actor, 'accept');
      await this.receipts.accept(row.id, actor.name, await this.uow.now());
      this.news.acted({ receiptId: row.id, actor }, 'accepted');
    });
  }
}

/** Corrects what was entered, until the receipt has ended; the ledger keeps that and what it was about. */
@Injectable()
export class CorrectReceipt {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReceiptDesk,
    private readonly contents: ReceiptContents,
    private readonly receipts: ReceiptRows,
    private readonly news: ReceiptNews,
  ) {}

  /** @throws DomainError intake.changed-meanwhile, intake.kind-is-numbered, and what arrivals are refused for */
  run(command: CorrectReceiptCommand): Promise<void> {
    return this.uow.run(async () => {
      const row = await this.desk.open(command.receiptId, command.actor, 'correct');
      if (row.version !== command.expectedVersion) throw stale(row);
      const content = await this.contents.merge(row, command, row.registered_at);
      // The number came from the series of the kind: another kind would make the ledger lie (RULE-04).
      if (content.kind !== row.kind && row.receipt_number !== null) throw refuse('intake.kind-is-numbered', {});
      await this.receipts.correct(row, content, await this.uow.now());
      const changed = Object.entries(content)
        .filter(([name, value]) => String(value) !== String(row[name as keyof typeof content]))
        .map(([name]) => name);
      this.news.acted({ receiptId: row.id, actor: command.actor }, 'corrected', {
        changed,
        arrivalAt: content.arrival_at.toISOString(),
        arrivalWas: row.arrival_at.toISOString(),
        reason: digestOf(content.back_dating_reason),
      });
    });
  }
}

function stale({ id, version }: { id: string; version: number }) {
  return refuse('intake.changed-meanwhile', { receiptId: id, currentVersion: version });
}
