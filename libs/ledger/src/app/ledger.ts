import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { type ChainHead, GENESIS, type LedgerEntry, type LedgerNote, type Moment, link } from '../core/chain';
import { LedgerRows, type SubjectKey, keyOf } from '../data/ledger-rows';

const NOTES = Symbol('ledger notes');
const WRITTEN = Symbol('ledger has entries of this unit');
/** What units are told by that know nobody who acts. */
const NOBODY = 'system:unit';

/** One act as the ledger keeps it. */
export interface LedgerLine extends Omit<LedgerNote, 'subject'> {
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
}

/** The append-only record of every act. Notes are gathered and written last in the unit, so that chain locks live for one moment. */
@Injectable()
export class Ledger {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: LedgerRows,
  ) {
    // BIND-3 A unit that told of no act may have written protected rows all the same: an entry says so.
    uow.whenEnding(async () => {
      if (!this.written().any) this.rows.closeUnit(uow.actor() ?? NOBODY);
    });
  }

  /** Records `note` in the running unit: it commits with what it tells of, or not at all. */
  record(...notes: readonly LedgerNote[]): void {
    const gathered = this.gathered();
    // Written notes leave the list, so a note recorded by a later hook brings a writing of its own.
    if (gathered.length === 0) this.uow.beforeCommit(() => this.writeSoFar());
    gathered.push(...notes);
  }

  /**
   * Writes what was gathered so far, for a unit that tells of more than memory should hold. The chains it touches stay locked
   * until the unit ends.
   */
  async writeSoFar(): Promise<void> {
    const notes = this.gathered().splice(0);
    if (notes.length > 0) await this.write(notes);
  }

  /**
   * BIND-4 Ends the proof of what these subjects said before this unit, which erases it: nobody can guess it from digests. What
   * their rows are when the unit ends stays proven.
   */
  forget(subjectIds: readonly string[]): void {
    this.uow.beforeCommit(() => this.rows.forget(subjectIds));
  }

  /** What happened to one subject, the first act first. Call inside a unit of work. */
  async of(subject: SubjectKey): Promise<LedgerLine[]> {
    const entries = await this.rows.entriesOf([subject]);
    return entries.map(({ at, kind, actor, canonical }) => {
      const { facts } = JSON.parse(canonical.toString('utf8')) as Pick<LedgerNote, 'facts'>;
      return { at, kind, actor, facts };
    });
  }

  /** When the last act was recorded; null: nothing ever was. */
  lastAct(): Promise<Date | null> {
    return this.rows.lastAt();
  }

  /** WITNESS-3 When somebody outside last confirmed to hold what is sealed. Call inside a unit of work. */
  lastWitnessed(): Promise<Date | null> {
    return this.rows.lastWitnessed();
  }

  private gathered(): LedgerNote[] {
    return this.uow.gathered<LedgerNote[]>(NOTES, () => []);
  }

  private written(): { any: boolean } {
    return this.uow.gathered(WRITTEN, () => ({ any: false }));
  }

  private async write(notes: readonly LedgerNote[]): Promise<void> {
    this.written().any = true;
    const at = await this.uow.now();
    const subjects = new Map(notes.map(({ subject }) => [keyOf(subject), subject]));
    const [heads, unit] = await Promise.all([this.rows.lockHeads([...subjects.values()]), this.rows.unit()]);
    const entries = linkAll(notes, heads, { at, unit });
    const moved = [...subjects].map(([key, subject]) => ({ ...subject, ...(heads.get(key) ?? GENESIS) }));
    this.rows.append(entries, moved);
  }
}

/** Links the notes in the order given and moves `heads` along. */
function linkAll(notes: readonly LedgerNote[], heads: Map<string, ChainHead>, when: Moment): LedgerEntry[] {
  return notes.map((note) => {
    const key = keyOf(note.subject);
    const entry = link(heads.get(key) ?? GENESIS, note, when);
    heads.set(key, { seq: entry.seq, hash: entry.hash });
    return entry;
  });
}
