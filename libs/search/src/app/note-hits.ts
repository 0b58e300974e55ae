import { Injectable } from '@nestjs/common';
import { ReadLog } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import type { HitKey } from '../core/question';
import { ArchiveRows } from '../data/archive-rows';

/** SEA-43 Lines of a search and of an export say what a confidential matter is about: who is shown one is in the log of readings. */
@Injectable()
export class NoteHits {
  constructor(
    private readonly rows: ArchiveRows,
    private readonly readings: ReadLog,
  ) {}

  /** Inside the reading unit that shows them. */
  async run(hits: readonly HitKey[], actor: Actor): Promise<void> {
    if (hits.length === 0) return;
    const secret = await this.rows.secretAmong(hits, actor.on);
    if (secret.length === 0) return;
    this.readings.note(
      actor,
      ...secret.map(({ kind, documentId: id }) => ({ subject: { kind, id }, role: null, secret: true })),
    );
  }
}
