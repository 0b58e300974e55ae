import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { Endings } from './endings';
import { ReceiptDesk } from './receipt-desk';

export interface EndCommand {
  readonly actor: Actor;
  readonly receiptId: string;
  readonly reason: string;
}

/** 不要, 返戻, or 供覧完結 although somebody had asked for a draft: with a reason. */
@Injectable()
export class EndReceipt {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReceiptDesk,
    private readonly endings: Endings,
  ) {}

  run({
    actor,
    receiptId,
    reason,
    act,
  }: EndCommand & { act: 'not_needed' | 'send_back' | 'finish_reading' }): Promise<void> {
    const kinds = { not_needed: 'not_needed', send_back: 'sent_back', finish_reading: 'read' } as const;
    return this.uow.run(async () => {
      const row = await this.desk.open(receiptId, actor, act);
      await this.endings.end(row, actor, { kind: kinds[act], reason });
    });
  }
}
