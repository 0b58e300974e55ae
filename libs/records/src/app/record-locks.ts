import { Injectable } from '@nestjs/common';
import { RecordLockRows, type RecordSubjects } from '../data/record-lock-rows';

/**
 * One lock for everything that holds, disposes of, moves or shortens (reliability 4.10): the files in the order of their
 * ids, then the records. Who comes second waits, and sees in its next statement what the first has committed.
 */
@Injectable()
export class RecordLocks {
  constructor(private readonly rows: RecordLockRows) {}

  /** Locks the files, the documents and the files of the documents until the unit of work ends. Call it before anything is looked at. */
  async take({ fileIds, documentIds }: RecordSubjects): Promise<void> {
    const locked = new Set<string>();
    for (;;) {
      const wanted = [...fileIds, ...(await this.rows.filesOf(documentIds))].filter((id) => !locked.has(id));
      if (wanted.length === 0) break;
      await this.rows.lockFiles(wanted);
      for (const id of wanted) locked.add(id);
    }
    await this.rows.lockRecords(documentIds);
  }
}
