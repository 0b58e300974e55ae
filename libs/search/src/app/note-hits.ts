import { Injectable } from '@nestjs/common';
import { ReadLog, grounds } from '@fubako/ledger';
import { type Actor, EMERGENCY, inDailyWork } from '@fubako/platform/authz';
import type { HitKey } from '../core/question';
import { ArchiveRows } from '../data/archive-rows';
import { SearchSubjects } from './search-subjects';

/**
 * SEA-43 Lines of a search and of an export say what a matter is about: who is shown a confidential one, or one that an emergency
 * opened, is in the log of readings.
 */
@Injectable()
export class NoteHits {
  constructor(
    private readonly rows: ArchiveRows,
    private readonly subjects: SearchSubjects,
    private readonly readings: ReadLog,
  ) {}

  /** Inside the reading unit that shows them. */
  async run(hits: readonly HitKey[], actor: Actor): Promise<void> {
    if (hits.length === 0) return;
    const secret = await this.rows.secretAmong(hits, actor.on);
    const opened = actor.emergency ? await this.rows.beyond(hits, this.subjects.readable(inDailyWork(actor))) : [];
    const isSecret = new Set(secret.map(({ documentId }) => documentId));
    const isOpened = new Set(opened.map(({ documentId }) => documentId));
    const noted = [...opened, ...secret.filter(({ documentId }) => !isOpened.has(documentId))];
    if (noted.length === 0) return;
    this.readings.note(
      actor,
      ...noted.map(({ kind, documentId: id }) => ({
        subject: { kind, id },
        ...grounds(actor, isOpened.has(id) ? EMERGENCY : null),
        secret: isSecret.has(id),
      })),
    );
  }
}
