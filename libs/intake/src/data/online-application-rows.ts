import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

export interface HandedIn {
  readonly portal: string;
  readonly applicationNumber: string;
  readonly receiptId: string;
  readonly sha256: string;
  readonly by: string;
  readonly at: Date;
}

/** オンライン申請 by portal and 受付番号. */
@Injectable()
export class OnlineApplicationRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Keeps the number for this receipt; whoever comes second waits for the first, and gets theirs. */
  async claim(one: HandedIn): Promise<Pick<HandedIn, 'receiptId' | 'sha256'>> {
    await this.uow.change(sql`
      insert into intake.online_application (portal, application_number, receipt_id, content_sha256, handed_in_by, handed_in_at)
      values (${one.portal}, ${one.applicationNumber}, ${one.receiptId}, ${one.sha256}, ${one.by}, ${one.at})
      on conflict (portal, application_number) do nothing`);
    return this.uow.one(sql`
      select receipt_id as "receiptId", content_sha256 as sha256 from intake.online_application
      where portal = ${one.portal} and application_number = ${one.applicationNumber}`);
  }
}
