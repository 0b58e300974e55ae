import { Injectable } from '@nestjs/common';
import { type LocalDate, fiscalYearOf, localDateAt, newId } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { proposalOf } from '../../core/disposal/measure';
import { obstacleOf } from '../../core/disposal/obstacle';
import { BatchRows } from '../../data/disposal/batch-rows';
import { type ExpiredFile, ExpiredRows } from '../../data/disposal/expired-rows';
import { ItemRows } from '../../data/disposal/item-rows';
import { HeldFiles } from './held-files';

const CHUNK = 500;
const SYSTEM = 'system:records';

/**
 * 満了一覧: puts the files whose period is over into a batch of their section, on 1 April and on every day after it (RULE-88).
 * May run at any time, again and again, on several machines: a file is in one batch at a time.
 */
@Injectable()
export class ListExpired {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly batches: BatchRows,
    private readonly items: ItemRows,
    private readonly expired: ExpiredRows,
    private readonly held: HeldFiles,
    private readonly ledger: Ledger,
  ) {}

  /** @returns how many files were listed */
  async run(): Promise<number> {
    let listed = 0;
    for (let after: string | null = null; ;) {
      const chunk = await this.chunk(after);
      listed += chunk.listed;
      if (chunk.last === null) return listed;
      after = chunk.last;
    }
  }

  private chunk(after: string | null): Promise<{ listed: number; last: string | null }> {
    return this.uow.run(async () => {
      const today = localDateAt(await this.uow.now());
      const due = await this.expired.due(today, after, CHUNK);
      const wanted = await this.wanted(due, today);
      for (const section of [...new Set(wanted.map(({ sectionCode }) => sectionCode))].toSorted())
        await this.list(
          wanted.filter(({ sectionCode }) => sectionCode === section),
          today,
        );
      return { listed: wanted.length, last: due.length < CHUNK ? null : (due.at(-1)?.fileId ?? null) };
    });
  }

  /** DISP-1, DISP-5 What was left out comes again when nothing keeps it any more; until then it is not listed twice. */
  private async wanted(due: readonly ExpiredFile[], today: LocalDate): Promise<ExpiredFile[]> {
    const again = due.filter(({ lastEnd }) => lastEnd === 'left_out').map(({ fileId }) => fileId);
    const facts = await this.expired.facts(again);
    const held = await this.held.of(again);
    return due.filter(({ fileId, lastEnd }) => {
      const known = facts.get(fileId);
      return lastEnd !== 'left_out' || (known !== undefined && !held.has(fileId) && obstacleOf(known, today) === null);
    });
  }

  private async list(files: readonly ExpiredFile[], today: LocalDate): Promise<void> {
    const [first] = files;
    if (!first) return;
    const at = await this.uow.now();
    const section = { code: first.sectionCode, name: first.sectionName };
    const batchId = await this.batches.openFor(section, { id: newId<string>(), fiscalYear: fiscalYearOf(today), at });
    await this.items.insert(
      files.map(({ fileId, expiresOn, disposition, lastEnd }) => {
        const mustExtend = lastEnd === 'refused';
        return {
          id: newId<string>(),
          batchId,
          fileId,
          expiresOn,
          mustExtend,
          proposal: proposalOf(disposition, mustExtend),
        };
      }),
    );
    const subject = { kind: 'disposal-batch', id: batchId };
    this.ledger.record({ subject, kind: 'records.disposal-listed', actor: SYSTEM, facts: { files: files.length } });
  }
}
