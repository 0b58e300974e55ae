import { Injectable, Logger } from '@nestjs/common';
import { type Actor, EMERGENCY } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type Reading, type ReadingMeans, isEntered, isRepeated, meansOf } from '../core/reading';
import { LedgerRows } from '../data/ledger-rows';
import { ReadingRows } from '../data/reading-rows';
import { refuse } from '../errors';
import { GatherReadings } from './gather-readings';
import { Ledger } from './ledger';

const NOTES = Symbol('readings of this unit');
const ASKED = Symbol('secrecies that a proof is asked for in this unit');
/** LOG-4 How long one screen goes on asking for the same. */
const SCREEN_MS = 60_000;
const MOST_COVERED = 10_000;

/** What somebody is about to be handed; `means` from the route unless it is said. */
export type ReadingNote = Omit<Reading, 'means' | 'secret'> & {
  readonly means?: ReadingMeans;
  /** 秘密区分 of today; `none`: it is open. */
  readonly secrecy: string;
};

/** 本人確認 before reading, which identity asks for (LOG-6). Both may be asked inside and outside of a unit of work. */
export interface ProofOfReaders {
  /** 秘密区分 that this person is not handed before being proven anew. */
  closed(actor: Actor): Promise<readonly string[]>;
  /** @throws DomainError that asks for the proof */
  refuse(actor: Actor): Promise<never>;
}

interface Covered {
  readonly until: number;
  readonly entered: Promise<void>;
}

/**
 * 閲覧記録: who read, printed or took out what. Doors to content note it inside their reading unit; before the unit's caller
 * gets anything, confidential reads stand committed in the ledger (LOG-1), or nothing is handed out (LOG-2).
 */
@Injectable()
export class ReadLog {
  private readonly logger = new Logger('ledger');
  /** By reader and thing: entries that a screen's next questions need not repeat. */
  private readonly covered = new Map<string, Covered>();
  private proofs: ProofOfReaders | null = null;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ReadingRows,
    private readonly gather: GatherReadings,
    private readonly ledger: Ledger,
  ) {}

  /** For compositions without the framework. */
  static on(uow: UnitOfWork): ReadLog {
    const rows = new ReadingRows(uow);
    return new ReadLog(uow, rows, new GatherReadings(uow, rows), new Ledger(uow, new LedgerRows(uow)));
  }

  /** Where sessions are: nothing that `proofs` closes is handed out. Elsewhere nobody is asked. */
  askFor(proofs: ProofOfReaders): void {
    this.proofs = proofs;
  }

  /** LOG-6 秘密区分 of which this reader is shown no content before a new proof. */
  async closedTo(actor: Actor): Promise<readonly string[]> {
    return (await this.proofs?.closed(actor)) ?? [];
  }

  /**
   * LOG-6 Whoever opens what is so secret is proven anew, after the question of rights: before a reading unit's caller gets
   * anything, and before a writing unit commits, whose answer shows it too.
   */
  ask(actor: Actor, ...secrecies: readonly string[]): void {
    if (secrecies.every((secrecy) => secrecy === 'none')) return;
    const asked = this.uow.gathered(ASKED, () => {
      const demanded = new Set<string>();
      const demand = () => this.demand(actor, demanded);
      if (this.uow.isWriting()) this.uow.beforeCommit(demand);
      else this.uow.afterReading(demand);
      return demanded;
    });
    for (const secrecy of secrecies) asked.add(secrecy);
  }

  /** Inside a reading unit; what a writing unit looks at is told by its act, unless it notes a `reason`. */
  note(actor: Actor, ...notes: readonly ReadingNote[]): void {
    this.ask(actor, ...notes.map(({ secrecy }) => secrecy));
    this.noteLines(actor, ...notes);
  }

  /** Lines of lists, which show nothing of the content: no proof is asked for them. */
  noteLines(actor: Actor, ...notes: readonly ReadingNote[]): void {
    const readings = notes.map(({ secrecy, ...note }): Reading => {
      const secret = secrecy !== 'none';
      return { means: meansOf(actor.via), ...note, secret, role: note.role ?? heldBeside(actor, secret) };
    });
    if (this.uow.isWriting()) {
      const told = readings.filter(({ reason }) => reason !== undefined);
      if (told.length > 0) this.uow.beforeCommit(() => this.write(actor, told));
      return;
    }
    const gathered = this.uow.gathered<Reading[]>(NOTES, () => {
      this.uow.afterReading(() => this.handOut(actor, gathered.splice(0)));
      return [];
    });
    gathered.push(...readings);
  }

  private async demand(actor: Actor, secrecies: ReadonlySet<string>): Promise<void> {
    const closed = await this.closedTo(actor);
    if (closed.some((secrecy) => secrecies.has(secrecy))) await this.proofs?.refuse(actor);
  }

  private async handOut(actor: Actor, readings: readonly Reading[]): Promise<void> {
    const ordinary = readings.filter((reading) => !isEntered(reading));
    if (ordinary.length > 0) this.gather.take(actor, ordinary);
    const entered = readings.filter(isEntered);
    if (entered.length > 0) await this.enter(actor, entered);
  }

  /** @throws DomainError ledger.reading-not-entered */
  private async enter(actor: Actor, readings: readonly Reading[]): Promise<void> {
    const now = performance.now();
    const waited = readings.map((reading) => this.coveredSince(actor, reading, now));
    const fresh = readings.filter((_, n) => waited[n] === undefined);
    const entered = fresh.length === 0 ? Promise.resolve() : this.uow.run(() => this.write(actor, fresh));
    for (const reading of fresh) this.cover(actor, reading, { until: now + SCREEN_MS, entered });
    try {
      await Promise.all([entered, ...waited]);
    } catch (error) {
      this.logger.error({ message: 'a confidential read could not be entered' }, error);
      for (const reading of readings) this.covered.delete(keyOf(actor, reading));
      throw refuse('ledger.reading-not-entered', {});
    }
  }

  private async write(actor: Actor, readings: readonly Reading[]): Promise<void> {
    this.rows.enter(actor, readings, await this.uow.now());
    const subject = { kind: 'reader', id: actor.staffNo };
    this.ledger.record(
      ...readings.map((reading) => ({ subject, kind: 'ledger.read', actor: actor.staffNo, facts: factsOf(reading) })),
    );
  }

  private coveredSince(actor: Actor, reading: Reading, now: number): Promise<void> | undefined {
    const found = isRepeated(reading.means) ? this.covered.get(keyOf(actor, reading)) : undefined;
    return found && found.until > now ? found.entered : undefined;
  }

  private cover(actor: Actor, reading: Reading, covered: Covered): void {
    if (!isRepeated(reading.means)) return;
    if (this.covered.size >= MOST_COVERED) this.covered.clear();
    this.covered.set(keyOf(actor, reading), covered);
  }
}

/** By what role somebody reads, and what was stated where an emergency opened it (ID-23). */
export function grounds({ emergency }: Actor, role: string | null): Pick<Reading, 'role' | 'reason'> {
  return { role, ...(role === EMERGENCY && emergency && { reason: emergency.reason }) };
}

/** Whoever looks after the system is named with that role for whatever is confidential. */
function heldBeside({ roles }: Actor, secret: boolean): string | null {
  return (secret && roles.find(({ role }) => role === 'system_admin' || role === 'org_admin')?.role) || null;
}

function keyOf({ staffNo }: Actor, { subject, means, part = '', role, reason = '' }: Reading): string {
  return [staffNo, subject.kind, subject.id, means, part, role ?? '', reason].join('/');
}

function factsOf({ subject, part, means, role, secret, reason }: Reading): Record<string, unknown> {
  return {
    of: `${subject.kind}/${subject.id}`,
    means,
    secret,
    ...(part !== undefined && { part }),
    ...(role !== null && { role }),
    ...(reason !== undefined && { reason }),
  };
}
