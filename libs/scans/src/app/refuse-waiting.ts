import { Injectable } from '@nestjs/common';
import type { DomainError } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { type SendingRow, SendingRows } from '../data/sending-rows';
import { sendingRefused } from '../events';

/** What waited for the scanner and is refused afterwards: nobody sits before it any more, so that its sender is told (SCN-32). */
@Injectable()
export class RefuseWaiting {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: SendingRows,
    private readonly bus: EventBus,
  ) {}

  run({ id, staff_no, file_name }: SendingRow, { code, facts }: DomainError): Promise<void> {
    return this.uow.run(async () => {
      if (!(await this.rows.refuse(id, { code, facts }, await this.uow.now()))) return;
      const sender = { staffNo: staff_no, fileName: file_name };
      await this.bus.publish(sendingRefused, id, { sendingId: id, ...sender, refusal: { code, facts } });
    });
  }
}
