import { Injectable } from '@nestjs/common';
import { localDateAt, type StaffNo } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import type { ScanInlet } from '../core/scan-inlet';
import { ReceiptRows } from '../data/receipt-rows';
import type { SectionSnapshot } from '../data/receipt.row';
import { ReceiptNews } from './receipt-news';
import { Sections } from './sections';

/** In whose name uploads of scanners come in; nobody signs in with it. */
export const SCANNER = 'system:scan';

interface Announced {
  readonly inlet: ScanInlet;
  /** SHA-256 of what the scanner laid down. */
  readonly scanned: string;
  readonly part: number;
  readonly at: Date;
}

/** For whom scanned letters are, and who hears of them. */
@Injectable()
export class ScannedLetters {
  constructor(
    private readonly receipts: ReceiptRows,
    private readonly sections: Sections,
    private readonly news: ReceiptNews,
  ) {}

  /** @throws DomainError intake.unknown-section when the section of the inlet is no more */
  async to(inlet: ScanInlet, at: Date): Promise<{ section: SectionSnapshot; actor: Actor }> {
    return { section: await this.sections.snapshot(inlet.sectionCode), actor: actorOf(inlet, at) };
  }

  async announce(receiptId: string, { inlet, scanned, part, at }: Announced): Promise<void> {
    const actor = actorOf(inlet, at);
    this.news.acted({ receiptId, actor }, 'scanned', { inlet: inlet.code, scanned, part });
    const receipt = await this.receipts.find(receiptId);
    if (receipt) await this.news.routed(receipt, receipt.section_code, actor);
  }
}

/** The inlet acts, and nobody's rights are used. */
function actorOf({ name }: ScanInlet, at: Date): Actor {
  const nothing = { posts: [], units: [], roles: [] };
  return { staffNo: SCANNER as StaffNo, name: `取込口「${name}」`, on: localDateAt(at), ...nothing };
}
