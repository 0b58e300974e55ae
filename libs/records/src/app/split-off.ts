import { Injectable } from '@nestjs/common';
import { localDateAt, newId } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { SplitRows } from '../data/split-rows';

export interface SplitCommand {
  readonly from: string;
  readonly documentIds: readonly string[];
  /** Of the new volume; null: that of the old one. */
  readonly title: string | null;
  /** Null where the batch that splits says why. */
  readonly reason: string | null;
  /** 職員番号 */
  readonly by: string;
}

/** 分冊: some documents of a file become a volume of their own with the same terms; file and documents keep where they came from. */
@Injectable()
export class SplitOff {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: SplitRows,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Part of the caller's unit of work, behind its locks; a caller that gets null has to fail the unit.
   * @returns id of the new file; null: they are not documents of this file, or all of them
   */
  async run(command: SplitCommand): Promise<string | null> {
    const { from, title } = command;
    const to = newId<string>();
    const at = await this.uow.now();
    const documentIds = [...new Set(command.documentIds)];
    const { moved, left } = await this.rows.split({ from, to, documentIds, title }, at, localDateAt(at));
    if (moved !== documentIds.length || moved === 0 || left === 0) return null;
    this.note({ ...command, documentIds }, to);
    return to;
  }

  private note({ from, documentIds, reason, by: actor }: SplitCommand, to: string): void {
    const why = reason === null ? {} : { reason };
    const file = (id: string) => ({ kind: 'record-file', id });
    this.ledger.record(
      { subject: file(to), kind: 'records.file-split-off', actor, facts: { from, ...why } },
      { subject: file(from), kind: 'records.file-split', actor, facts: { to, documents: documentIds.length, ...why } },
      ...documentIds.map((id) => ({
        subject: { kind: 'document', id },
        kind: 'records.moved-to-volume',
        actor,
        facts: { from, to, ...why },
      })),
    );
  }
}
