import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { contentsDigest, countOf } from '../../core/disposal/contents';
import type { FileFacts } from '../../core/disposal/obstacle';
import type { ItemRow } from '../../data/disposal/item-rows';
import { ImportantFiles } from './important-files';

/** The unit of a submission, what its items agree to, and its note. */
@Injectable()
export class SubmissionNotes {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly important: ImportantFiles,
    private readonly ledger: Ledger,
  ) {}

  inUnit<T>(work: (today: LocalDate, at: Date) => Promise<T>): Promise<T> {
    return this.uow.run(async () => {
      const at = await this.uow.now();
      return work(localDateAt(at), at);
    });
  }

  async agreed(items: readonly { item: ItemRow; facts: FileFacts }[]) {
    const important = await this.important.among(items.map(({ item, facts }) => ({ fileId: item.fileId, facts })));
    return items.map(({ item, facts }) => ({
      id: item.id,
      digest: contentsDigest(item.fileId, facts).toString('hex'),
      documentCount: countOf(facts),
      important: important.has(item.fileId),
    }));
  }

  note(batchId: string, actor: string, facts: { readonly proceed: number; readonly leftOut: number }): void {
    this.ledger.record({
      subject: { kind: 'disposal-batch', id: batchId },
      kind: 'records.disposal-submitted',
      actor,
      facts,
    });
  }
}
