import { Injectable } from '@nestjs/common';
import { deciding, seatsOpened } from '@fubako/approvals/events';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { ConcernedRows } from '../data/concerned-rows';
import { ReceiptRows } from '../data/receipt-rows';

/** The reply to a receipt goes its way in approvals: whoever sits on it sees what it answers, and its decision closes the reply. */
@Injectable()
export class FollowReplies {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly receipts: ReceiptRows,
    private readonly concerned: ConcernedRows,
    private readonly ledger: Ledger,
    bus: EventBus,
  ) {
    bus.inUnit(deciding, (events) => this.close(events.map(({ payload }) => payload.documentId)));
    bus.inUnit(seatsOpened, (events) =>
      this.admit(
        events.flatMap(({ payload }) =>
          payload.seats.flatMap(({ staffNo }) =>
            staffNo === null ? [] : [{ documentId: payload.documentId, staffNo }],
          ),
        ),
      ),
    );
  }

  private async close(documentIds: readonly string[]): Promise<void> {
    const replied = await this.receipts.reply(documentIds, await this.uow.now());
    for (const { id, documentId } of replied) {
      const subject = { kind: 'receipt', id };
      this.ledger.record({
        subject,
        kind: 'intake.replied',
        actor: 'system:approvals',
        facts: { document: documentId },
      });
    }
  }

  private async admit(pairs: readonly { documentId: string; staffNo: string }[]): Promise<void> {
    this.concerned.admitToReceiptsOf(pairs, await this.uow.now());
  }
}
