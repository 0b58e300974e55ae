import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { contentsDigest } from '../../core/disposal/contents';
import { obstacleOf } from '../../core/disposal/obstacle';
import type { BatchRow } from '../../data/disposal/batch-rows';
import { ExpiredRows } from '../../data/disposal/expired-rows';
import type { ItemOutcome, ItemRow } from '../../data/disposal/item-rows';
import type { Attempt } from '../hold-guard';
import { HeldFiles, heldOutcome } from './held-files';

/** What is looked at again, under the lock that holds take, before files leave, whichever way they go (DISP-6, DISP-7). */
@Injectable()
export class LastLook {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly held: HeldFiles,
    private readonly files: ExpiredRows,
  ) {}

  /** Locks the files. Part of the caller's unit of work. @returns what keeps them, by item; the others may go */
  async at(items: readonly ItemRow[], batch: BatchRow, attempt: Attempt): Promise<Map<string, ItemOutcome>> {
    const fileIds = items.map(({ fileId }) => fileId);
    const held = await this.held.lock(fileIds, attempt);
    // A hold that came after the section had chosen needs a fresh decision, although it has ended meanwhile (S12).
    const meanwhile = await this.files.heldSince(fileIds, batch.submittedAt ?? batch.listedAt);
    const facts = await this.files.facts(fileIds);
    const today = localDateAt(await this.uow.now());
    const kept = new Map<string, ItemOutcome>();
    for (const item of items) {
      const hold = held.get(item.fileId);
      const known = facts.get(item.fileId);
      const code = meanwhile.has(item.fileId) ? 'held-meanwhile' : known ? obstacleOf(known, today) : 'has-left';
      const outcome = hold ? heldOutcome(hold) : code ? { code } : changed(item, known);
      if (outcome) kept.set(item.id, outcome);
    }
    return kept;
  }
}

/** Anything else than what was agreed and decided stays. */
function changed(item: ItemRow, facts: Parameters<typeof contentsDigest>[1] | undefined): ItemOutcome | null {
  if (facts?.expiresOn !== item.expiresOn) return { code: 'expiry-changed' };
  return item.contentsDigest?.equals(contentsDigest(item.fileId, facts)) ? null : { code: 'contents-changed' };
}
