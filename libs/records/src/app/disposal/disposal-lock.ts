import { Injectable } from '@nestjs/common';
import { Ledger, TellWitnesses, type WitnessGap } from '@fubako/ledger';
import { type Actor, hasRole } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { ProcessHealth } from '@fubako/platform/observability';
import { RemoveReleased } from '@fubako/scans';
import { ReleaseRows } from '../../data/disposal/release-rows';
import { refuse } from '../../disposal-errors';

/** What locks: asked of the witnesses a moment ago, outside of the unit of work that goes by it. Nothing: disposals may go on. */
export type Locking = readonly WitnessGap[];

/**
 * DISP-19 廃棄の停止: while a witness of the ledger holds what the database does not have, holds may be missing from it, and nothing
 * leaves (ADR 0054).
 */
@Injectable()
export class DisposalLock {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly witnesses: TellWitnesses,
    private readonly releases: ReleaseRows,
    private readonly ledger: Ledger,
    health: ProcessHealth,
    removals: RemoveReleased,
  ) {
    // What was taken in after the backup looks like something that nobody took: its bytes are all that is left of it.
    removals.holdBackWhile(async () => (await this.look()).length > 0);
    if (witnesses.witnesses.length > 0) health.watch('disposals', () => this.demandOpen());
  }

  /** Asks the witnesses, so never inside a unit of work. */
  async look(): Promise<Locking> {
    return this.unreleased(await this.witnesses.compare());
  }

  mayRelease(actor: Actor): boolean {
    return hasRole(actor, 'records_officer');
  }

  /** 解除, after the holds were placed again. Whoever releases carries nothing out (DISP-11). @throws DomainError records.not-yours-to-release, records.nothing-locked */
  async release(reason: string, actor: Actor): Promise<void> {
    if (!this.mayRelease(actor)) throw refuse('records.not-yours-to-release', {});
    const ahead = (await this.look()).filter((gap) => gap.kind === 'ahead');
    if (ahead.length === 0) throw refuse('records.nothing-locked', {});
    await this.uow.run(async () => {
      await this.releases.release(ahead, { by: actor.staffNo, name: actor.name, reason, at: await this.uow.now() });
      this.ledger.record(
        ...ahead.map(({ name, size, more, root }) => ({
          subject: { kind: 'witness', id: name },
          kind: 'records.disposals-released',
          actor: actor.staffNo,
          facts: { size, more, root, reason },
        })),
      );
    });
  }

  private async unreleased(gaps: readonly WitnessGap[]): Promise<Locking> {
    if (gaps.length === 0) return [];
    const released = new Set((await this.uow.read(() => this.releases.all())).map(keyOf));
    return gaps.filter((gap) => gap.kind === 'silent' || !released.has(keyOf(gap)));
  }

  private async demandOpen(): Promise<void> {
    const [gap] = await this.look();
    if (gap) throw new Error(lockWords(gap));
  }
}

const keyOf = ({ name, size, root }: { name: string; size: number; root: string }): string =>
  [name, size, root].join('\n');

/** For whoever operates the machines. */
export function lockWords(gap: WitnessGap): string {
  const { name } = gap;
  if (gap.kind === 'silent') return `disposals are locked: the witness ${name} cannot be compared (${gap.fault})`;
  const what = gap.more > 0 ? `${gap.more} leaves more than this database` : 'other leaves than this database';
  return (
    `disposals are locked: the witness ${name} holds ${what}, which was restored from an older backup or written anew; ` +
    'holds may be missing, so the records office places them again and releases the lock'
  );
}
