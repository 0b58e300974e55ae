import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { seatOf } from '../core/case-state';
import { BulkOutcomeRows } from '../data/bulk-outcome-rows';
import type { StagedDecision } from '../data/case.row';
import { StagedRows } from '../data/staged-rows';
import type { AcceptedAct, AppliedAct } from './accepted-act';
import { ActFactsReader, type CaseFacts } from './act-facts-reader';
import { ApplyActs } from './apply-acts';
import type { LoadedCase } from './case-state-reader';
import { judgeAct, saidBeside } from './judge-act';
import { StagedNews } from './staged-news';

interface DueDecision {
  readonly loaded: LoadedCase;
  readonly staged: StagedDecision;
}

/** Accepted anew, or the refusal that has come up since. */
type Judged = DueDecision & { readonly accepted: AcceptedAct | null; readonly cause: string | null };

/** STAGE-5 Staged decisions whose grace time has passed become ordinary ones, or are dropped if the rules no longer allow them. */
@Injectable()
export class MakeEffective {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly facts: ActFactsReader,
    private readonly apply: ApplyActs,
    private readonly rows: StagedRows,
    private readonly outcomes: BulkOutcomeRows,
    private readonly news: StagedNews,
  ) {}

  /** @param cases locked by the running unit. @returns how many decisions were settled */
  async run(cases: readonly LoadedCase[]): Promise<number> {
    const at = await this.uow.now();
    const due = cases.flatMap((loaded): DueDecision[] => {
      const { staged } = loaded.row;
      return staged && staged.due_at <= at ? [{ loaded, staged }] : [];
    });
    const judged: Judged[] = [];
    for (const ofAuthor of byAuthor(due)) judged.push(...(await this.judge(ofAuthor)));
    const applied = await this.apply.run(judged.flatMap(({ accepted }) => accepted ?? []));
    await this.settle(judged, applied, at);
    return judged.length;
  }

  /** Takes back what could not take effect for a reason that the rules do not know, e.g. a number series that is gone. */
  async drop(cases: readonly LoadedCase[], cause: string): Promise<void> {
    const due = cases.flatMap((loaded) => (loaded.row.staged ? [{ loaded, staged: loaded.row.staged }] : []));
    await this.settle(
      due.map((one) => ({ ...one, accepted: null, cause })),
      [],
      await this.uow.now(),
    );
  }

  private async judge(due: readonly DueDecision[]): Promise<Judged[]> {
    const [first] = due;
    if (!first) return [];
    const facts = await this.facts.ofAll(
      due.map(({ loaded }) => loaded),
      first.staged.author,
    );
    return due.flatMap((one) => {
      const context = facts.get(one.loaded.card.id);
      return context ? [judgeAnew(one, context)] : [];
    });
  }

  private async settle(judged: readonly Judged[], applied: readonly AppliedAct[], at: Date): Promise<void> {
    this.rows.settle(
      judged.map(({ staged, cause }) => ({ id: staged.id, state: cause === null ? 'effective' : 'dropped', cause })),
      at,
    );
    const dropped = judged.flatMap(({ staged, loaded, cause }) =>
      cause === null ? [] : [{ staged, title: loaded.card.title, cause }],
    );
    await this.news.dropped(dropped);
    const numbers = new Map(applied.map((one) => [one.loaded.card.id, one.dispatchNumber]));
    this.outcomes.settleStaged(
      judged.flatMap(({ staged: { bulk_key: key, author, seat_id: seatId, document_id: documentId }, cause }) => {
        if (key === null) return [];
        const outcome = cause === null ? ('applied' as const) : ('conflict' as const);
        return [
          { actor: author.staffNo, key, seatId, outcome, code: cause, dispatchNumber: numbers.get(documentId) ?? null },
        ];
      }),
    );
  }
}

/** The content that its author saw must still be the one in circulation, and the seat must not have been opened anew. */
function judgeAnew(due: DueDecision, context: CaseFacts): Judged {
  const { loaded, staged } = due;
  const { about, handCarried, occurredOn, ...asked } = staged.act;
  if (seatOf(loaded.state, staged.seat_id)?.attempt !== staged.attempt)
    return { ...due, accepted: null, cause: 'already-acted' };
  const judged = judgeAct({
    loaded,
    context,
    wanted: { ...asked, expectedVersion: null },
    actor: staged.author,
    beside: saidBeside({ about, handCarried, occurredOn }),
    bulkKey: staged.bulk_key,
    stagedAt: staged.staged_at,
  });
  return judged.ok
    ? { ...due, accepted: judged.accepted, cause: null }
    : { ...due, accepted: null, cause: judged.refusal.code };
}

function byAuthor(due: readonly DueDecision[]): DueDecision[][] {
  const groups = new Map<string, DueDecision[]>();
  for (const one of due) groups.set(one.staged.author.staffNo, [...(groups.get(one.staged.author.staffNo) ?? []), one]);
  return [...groups.values()];
}
