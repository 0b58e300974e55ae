import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { ReceiptRows } from '../data/receipt-rows';
import { refuse } from '../errors';
import type { EndCommand } from './end-receipt';
import { Endings } from './endings';
import { ReceiptDesk } from './receipt-desk';
import { RoutingTrail } from './routing-trail';
import { Sections } from './sections';

/** 他課転送: ends the handling here; the receipt goes on living in the other section, with its number and its trace. */
@Injectable()
export class RerouteReceipt {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReceiptDesk,
    private readonly sections: Sections,
    private readonly receipts: ReceiptRows,
    private readonly endings: Endings,
    private readonly trail: RoutingTrail,
  ) {}

  /** @throws DomainError intake.unknown-section, intake.same-section */
  run({ actor, receiptId, reason, toSection }: EndCommand & { toSection: string }): Promise<void> {
    return this.uow.run(async () => {
      const row = await this.desk.open(receiptId, actor, 'reroute');
      const section = await this.sections.snapshot(toSection);
      if (section.code === row.section_code) throw refuse('intake.same-section', { section: section.name });
      const trace = await this.endings.trace(row, actor, reason);
      await this.receipts.moveTo(row.id, section, trace.at);
      await this.trail.write(row, actor, { ...trace, to_section_code: section.code, to_section_name: section.name });
    });
  }
}
