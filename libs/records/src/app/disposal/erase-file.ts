import { Injectable } from '@nestjs/common';
import { EraseOpinions } from '@fubako/approvals';
import { EraseContent } from '@fubako/documents';
import { EraseCopies } from '@fubako/execution';
import { ReleaseObjects } from '@fubako/scans';
import { ExpiredRows } from '../../data/disposal/expired-rows';
import type { BatchRow } from '../../data/disposal/batch-rows';
import type { ItemRow } from '../../data/disposal/item-rows';
import { EnterRegister } from './enter-register';

/** 消去 of everything that the documents of a file and the scans of its paper say, in every lib that keeps a part of it (ADR 0028). Part of the caller's unit. */
@Injectable()
export class EraseFile {
  constructor(
    private readonly files: ExpiredRows,
    private readonly register: EnterRegister,
    private readonly content: EraseContent,
    private readonly opinions: EraseOpinions,
    private readonly copies: EraseCopies,
    private readonly objects: ReleaseObjects,
  ) {}

  async run(item: ItemRow, batch: BatchRow): Promise<void> {
    const by = { staffNo: batch.startedBy ?? '', name: batch.startedName ?? '' };
    const { entryId, documentIds, sha256s } = await this.register.run(item, batch, { kind: 'destroyed', by });
    await this.files.endFile(item.fileId, 'disposed');
    await this.content.run({ documentIds, grounds: entryId, by: by.staffNo });
    await this.opinions.run(documentIds);
    await this.copies.run(documentIds);
    await this.objects.run([...new Set([...sha256s, ...(await this.files.releaseScans(item.fileId))])], entryId);
  }
}
