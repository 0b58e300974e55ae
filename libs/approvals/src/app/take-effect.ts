import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { MunicipalitySettings } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { seatOf } from '../core/case-state';
import { type Verdict, verdictOf } from '../core/staging';
import { type NewStagedDecision, StagedRows } from '../data/staged-rows';
import { refuse } from '../errors';
import type { AcceptedAct, AppliedAct } from './accepted-act';
import { ApplyActs } from './apply-acts';
import { saidBeside } from './judge-act';
import { StagedAlarm } from './staged-alarm';
import { stagedNote } from './staged-news';

const HOUR_MS = 3_600_000;

export interface TakenActs {
  readonly applied: readonly AppliedAct[];
  /** Documents whose decision waits to take effect. */
  readonly staged: ReadonlySet<string>;
}

/** Accepted acts take effect: at once, or after the grace time if nothing can be taken back afterwards (ADR 0029). */
@Injectable()
export class TakeEffect {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: MunicipalitySettings,
    private readonly apply: ApplyActs,
    private readonly rows: StagedRows,
    private readonly ledger: Ledger,
    private readonly alarm: StagedAlarm,
  ) {}

  /**
   * @param key of the request that asked for them
   * @throws DomainError approvals.no-witness
   */
  async run(accepted: readonly AcceptedAct[], key: string | null): Promise<TakenActs> {
    const final = new Map<AcceptedAct, Verdict>();
    for (const act of accepted) {
      const verdict = verdictOf(act.events);
      if (verdict !== null && act.wanted.seatId !== null) final.set(act, verdict);
    }
    const grace = final.size === 0 ? 0 : await this.graceOfFinal();
    if (grace === 0) return { applied: await this.apply.run(accepted), staged: new Set() };
    const at = await this.uow.now();
    const due = new Date(at.getTime() + grace * 1_000);
    const staged = [...final].map(([act, verdict]) => stagedRow(act, { verdict, key, at, due }));
    this.rows.insert(staged);
    this.ledger.record(...staged.map((row) => stagedNote(row, 'staged', { due: due.toISOString() })));
    this.uow.afterCommit(() => this.alarm.set(due.getTime() - at.getTime()));
    const applied = await this.apply.run(accepted.filter((act) => !final.has(act)));
    return { applied, staged: new Set(staged.map(({ document_id }) => document_id)) };
  }

  /** Seconds that final decisions wait. WITNESS-3 None is taken while nobody outside holds what is sealed. */
  private async graceOfFinal(): Promise<number> {
    const { graceSeconds, witnessStopHours } = await this.settings.current();
    if (witnessStopHours !== null) {
      const since = await this.ledger.lastWitnessed();
      const silent = since === null ? 0 : (await this.uow.now()).getTime() - since.getTime();
      if (silent > witnessStopHours * HOUR_MS) throw refuse('approvals.no-witness', { hours: witnessStopHours });
    }
    return graceSeconds;
  }
}

interface Staging {
  readonly verdict: Verdict;
  readonly key: string | null;
  readonly at: Date;
  readonly due: Date;
}

function stagedRow({ loaded, wanted, actor, detail, bulkKey }: AcceptedAct, staging: Staging): NewStagedDecision {
  return {
    id: newId<string>(),
    document_id: loaded.card.id,
    seat_id: wanted.seatId ?? '',
    attempt: seatOf(loaded.state, wanted.seatId)?.attempt ?? 1,
    version: loaded.state.version,
    act: { ...wanted, ...(detail ? saidBeside(detail) : {}) },
    author: actor,
    idempotency_key: staging.key,
    bulk_key: bulkKey,
    verdict: staging.verdict,
    staged_at: staging.at,
    due_at: staging.due,
  };
}
