import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { storableText } from '../core/page-texts';
import { CorrectionRows, type RecognitionRow } from '../data/correction-rows';
import { refuse } from '../errors';
import { textExtracted } from '../events';
import type { CorrectableText } from './page-texts.views.dto';

/** A page of an original, and whether the one who asks may correct its text: the caller's question. */
export interface CorrectablePage {
  readonly sha256: string;
  /** From 1. */
  readonly page: number;
  readonly mayCorrect: boolean;
}

export interface Correction extends CorrectablePage {
  readonly text: string;
  /** The version that the person had before them. */
  readonly basedOn: number;
  readonly by: { readonly staffNo: string; readonly name: string };
}

/** 文字の訂正: recognised text in versions. The last one is found; what was recognised is never lost (SCN-25). */
@Injectable()
export class CorrectedTexts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: CorrectionRows,
    private readonly ledger: Ledger,
    private readonly bus: EventBus,
  ) {}

  /** @throws DomainError scans.nothing-recognised */
  of({ sha256, page, mayCorrect }: CorrectablePage): Promise<CorrectableText> {
    return this.uow.read(async () => {
      const recognition = await this.rows.recognition(sha256, page);
      if (!recognition) throw refuse('scans.nothing-recognised', { page });
      const versions = (await this.rows.of(sha256, page)).map(({ version, text, staffNo, name, at }) => ({
        version,
        text,
        staffNo,
        name,
        at: at.toISOString(),
      }));
      const version = versions[0]?.version ?? 0;
      const text = versions[0]?.text ?? recognition.text;
      return { page, version, text, recognised: recognition, versions, allowed: mayCorrect ? ['correct'] : [] };
    });
  }

  /**
   * Adds a version; to go back is to take an earlier text again. The archive search follows in the same unit.
   * @throws DomainError scans.nothing-recognised, scans.not-yours-to-correct, scans.corrected-meanwhile, scans.empty-correction
   */
  correct(correction: Correction): Promise<CorrectableText> {
    return this.uow.run(async () => {
      const { sha256, page } = correction;
      const recognition = await this.rows.lock(sha256, page);
      if (!recognition) throw refuse('scans.nothing-recognised', { page });
      if (!correction.mayCorrect) throw refuse('scans.not-yours-to-correct', {});
      await this.add(correction, recognition);
      return this.of(correction);
    });
  }

  private async add({ sha256, page, text, basedOn, by }: Correction, recognition: RecognitionRow): Promise<void> {
    const [last] = await this.rows.of(sha256, page);
    const version = last?.version ?? 0;
    if (version !== basedOn) throw refuse('scans.corrected-meanwhile', { name: last?.name ?? '' });
    const corrected = storableText(text);
    if (corrected === '') throw refuse('scans.empty-correction', {});
    if (corrected === (last?.text ?? recognition.text)) return;
    const at = await this.uow.now();
    await this.rows.insert(sha256, page, { version: version + 1, text: corrected, at, ...by });
    this.ledger.record({
      subject: { kind: 'object', id: sha256 },
      actor: by.staffNo,
      kind: 'scans.text-corrected',
      facts: { page, version: version + 1 },
    });
    await this.bus.publish(textExtracted, sha256, { sha256 });
  }
}
