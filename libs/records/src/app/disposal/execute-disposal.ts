import { Injectable } from '@nestjs/common';
import { canonicalBytes, sha256 } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { type BatchRow, BatchRows } from '../../data/disposal/batch-rows';
import { EntryRows } from '../../data/disposal/entry-rows';
import { ItemRows } from '../../data/disposal/item-rows';
import { DestroyFile } from './destroy-file';

/** Destroys what a started batch names, one file after the other; a crash in between is made up for by running it again. */
@Injectable()
export class ExecuteDisposal {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly batches: BatchRows,
    private readonly items: ItemRows,
    private readonly entries: EntryRows,
    private readonly destroy: DestroyFile,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError records.clock-not-believed, records.locked-by-witness */
  async run(batchId: string): Promise<void> {
    const items = await this.uow.read(() => this.items.of(batchId));
    const left = items.filter(({ state, measure }) => state === 'approved' && measure === 'destroy');
    if (left.length > 0) await this.destroy.prepare(batchId);
    for (const { id } of left) await this.destroy.run(id);
    await this.uow.run(() => this.close(batchId));
  }

  /** 廃棄証明書 over what was destroyed; the batch is finished when nothing of it is left to do. */
  private async close(batchId: string): Promise<void> {
    const batch = await this.batches.lock(batchId);
    if (!batch || batch.startedAt === null || (await this.entries.certificate(batchId))) return;
    const at = await this.uow.now();
    const canonical = canonicalBytes(await this.contentOf(batch));
    const digest = sha256(canonical);
    await this.entries.certify(batchId, { at, canonical, digest });
    const subject = { kind: 'disposal-batch', id: batchId };
    const facts = { certificate: digest.toString('hex') };
    this.ledger.record({ subject, kind: 'records.disposal-certified', actor: batch.startedBy ?? '', facts });
    const left = (await this.items.of(batchId)).some(({ state }) => state === 'approved');
    if (!left) await this.batches.finish(batchId, at);
  }

  private async contentOf(batch: BatchRow) {
    const entries = await this.entries.ofBatch(batch.id, 'destroyed');
    const documents = await this.entries.documentsOf(entries.map(({ id }) => id));
    return {
      batch: batch.id,
      decision: batch.documentId,
      executedBy: batch.startedBy,
      files: entries.map(({ id, fileId, title, executedAt, papers }) => ({
        entry: id,
        file: fileId,
        title,
        executedAt: executedAt.toISOString(),
        ...(papers.length > 0 ? { papers } : {}),
        documents: (documents.get(id) ?? []).map(({ documentId, number, contentDigest, files }) => ({
          document: documentId,
          number,
          contentDigest,
          objects: files.map(({ sha256: hash, bytes }) => ({ sha256: hash, bytes })),
        })),
      })),
    };
  }
}
