import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import type { Retention } from '../core/retention';
import { RecordFileRows } from '../data/record-file-rows';
import { type FiledRow, type NewRecord, RecordRows } from '../data/record-rows';

/** Records together with the files that follow them. Every call is part of the caller's unit of work. */
@Injectable()
export class FiledRecords {
  constructor(
    private readonly records: RecordRows,
    private readonly files: RecordFileRows,
  ) {}

  find(documentId: string): Promise<FiledRow | null> {
    return this.records.find(documentId);
  }

  async add(records: readonly NewRecord[], at: Date): Promise<void> {
    this.records.insert(records, at);
    const covering = await this.files.covering(
      records.map(({ fileId, retention: { startsOn, expiresOn, reviewOn } }) => ({
        fileId,
        startsOn,
        expiresOn,
        reviewOn,
      })),
    );
    const others = new Set(records.map(({ fileId }) => fileId).filter((fileId) => !covering.has(fileId)));
    if (others.size > 0) await this.files.settleDates([...others], [...others]);
    const onPaper = new Set(records.filter(({ medium }) => medium !== 'electronic').map(({ fileId }) => fileId));
    if (onPaper.size > 0) await this.files.takePaper([...onPaper]);
  }

  /** 完結 */
  async close(record: FiledRow, closedOn: LocalDate, retention: Retention): Promise<void> {
    await this.records.close(record.documentId, closedOn, retention);
    await this.files.settleDates([record.fileId], [record.fileId]);
  }
}
