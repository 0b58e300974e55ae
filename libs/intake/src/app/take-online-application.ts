import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import type { Confidentiality } from '@fubako/documents';
import type { UnitCode } from '@fubako/kernel';
import { type Actor, hasRole } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type OnlineApplication, applicationDigest, fetchedLater } from '../core/online-application';
import { isBackDated } from '../core/arrival';
import { OnlineApplicationRows } from '../data/online-application-rows';
import { refuse } from '../errors';
import { EnterReceipt } from './enter-receipt';
import { KeepReceiptFiles } from './keep-receipt-files';
import { ReceiptNews } from './receipt-news';
import { Sections } from './sections';

export interface TakeOnlineApplicationCommand extends OnlineApplication {
  readonly actor: Actor;
  readonly confidentiality?: Confidentiality;
  readonly uploads: readonly { readonly uploadId: string; readonly label?: string | null }[];
}

/** オンライン申請の取込み: once for each 受付番号; its section receives it as anything else that arrives (RULE-05). */
@Injectable()
export class TakeOnlineApplication {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: OnlineApplicationRows,
    private readonly sections: Sections,
    private readonly enter: EnterReceipt,
    private readonly files: KeepReceiptFiles,
    private readonly news: ReceiptNews,
  ) {}

  /** @throws DomainError intake.not-an-intake-system, intake.unknown-section, intake.application-differs, and what arrivals are refused for */
  run(command: TakeOnlineApplicationCommand): Promise<{ receiptId: string; taken: boolean }> {
    const { actor, uploads, ...application } = command;
    return this.uow.run(async () => {
      if (!hasRole(actor, 'intake_system', application.section as UnitCode))
        throw refuse('intake.not-an-intake-system', {});
      const section = await this.sections.snapshot(application.section);
      const at = await this.uow.now();
      const id = newId<string>();
      const sha256 = applicationDigest(application);
      const kept = await this.rows.claim({ ...application, receiptId: id, sha256, by: actor.staffNo, at });
      if (kept.sha256 !== sha256) throw refuse('intake.application-differs', { number: application.applicationNumber });
      if (kept.receiptId !== id) return { receiptId: kept.receiptId, taken: false };
      const later = isBackDated(new Date(application.arrivalAt), at);
      const receipt = await this.enter.run(
        { id, actor, section, at },
        {
          ...application,
          channel: 'online',
          senderNumber: application.applicationNumber,
          backDatingReason: later ? fetchedLater(application) : null,
        },
      );
      for (const upload of uploads) await this.files.add({ receiptId: id, actor, at }, upload);
      const { portal, applicationNumber } = application;
      this.news.acted({ receiptId: id, actor }, 'taken-online', { portal, applicationNumber, content: sha256 });
      await this.news.routed(receipt, section.code, actor);
      return { receiptId: id, taken: true };
    });
  }
}
