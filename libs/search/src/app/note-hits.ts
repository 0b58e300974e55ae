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

  /** Inside the reading unit that shows them. @returns 秘密区分 by id, of those that are confidential */
  async run(hits: readonly HitKey[], actor: Actor): Promise<ReadonlyMap<string, string>> {
    if (hits.length === 0) return new Map();
    const secret = await this.rows.secretAmong(hits, actor.on);
    const opened = actor.emergency ? await this.rows.beyond(hits, this.subjects.readable(inDailyWork(actor))) : [];
    const secrecies = new Map(secret.map(({ documentId, secrecy }) => [documentId, secrecy]));
    const isOpened = new Set(opened.map(({ documentId }) => documentId));
    const noted = [...opened, ...secret.filter(({ documentId }) => !isOpened.has(documentId))];
    this.readings.noteLines(
      actor,
      ...noted.map(({ kind, documentId: id }) => ({
        subject: { kind, id },
        ...grounds(actor, isOpened.has(id) ? EMERGENCY : null),
        secrecy: secrecies.get(id) ?? 'none',
      })),
    );
    return secrecies;
  }

  /** Those of which the reader is shown no words before being proven anew (ID-24). */
  async wordless(secrecies: ReadonlyMap<string, string>, actor: Actor): Promise<ReadonlySet<string>> {
    if (secrecies.size === 0) return new Set();
    const closed = await this.readings.closedTo(actor);
    return new Set([...secrecies].flatMap(([id, secrecy]) => (closed.includes(secrecy) ? [id] : [])));
  }
}
