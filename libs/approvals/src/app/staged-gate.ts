import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { type Refusal, refusal } from '../core/refusal';
import { stagedObstacle } from '../core/staging';
import type { Act } from '../core/wanted-act';
import type { StagedDecision } from '../data/case.row';
import { CaseStateReader, type LoadedCase } from './case-state-reader';
import { MakeEffective } from './make-effective';
import { UndoStaged } from './undo-staged';

type AskedAct = Pick<Act, 'kind' | 'seatId' | 'actor'>;

/** What waits at the gate: the case to act on, a staged decision that was undone, or a conflict with it. */
export type GateAnswer =
  | { readonly loaded: LoadedCase | null; readonly undone: boolean; readonly refusal: null }
  | { readonly refusal: Refusal };

/** STAGE-3 Locks a case for an act. What is due takes effect first, and what waits is undone by its author or not disturbed. */
@Injectable()
export class StagedGate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reader: CaseStateReader,
    private readonly effective: MakeEffective,
    private readonly undo: UndoStaged,
  ) {}

  async open(documentId: string, asked: AskedAct): Promise<GateAnswer> {
    const loaded = (await this.reader.lock([documentId])).get(documentId) ?? null;
    const staged = loaded?.row.staged;
    if (!loaded || !staged) return { loaded, undone: false, refusal: null };
    const own = staged.author.staffNo === asked.actor && staged.seat_id === asked.seatId;
    const at = await this.uow.now();
    if (staged.due_at <= at) return this.due(loaded, own && asked.kind === 'recall');
    if (own && asked.kind === 'recall') {
      await this.undo.settle([staged], at);
      return { loaded, undone: true, refusal: null };
    }
    const against = obstacleOf(loaded, staged, asked);
    return against ? { refusal: against } : { loaded, undone: false, refusal: null };
  }

  private async due(loaded: LoadedCase, late: boolean): Promise<GateAnswer> {
    if (late) return { refusal: refusal('grace-passed', 'RULE-61') };
    await this.effective.run([loaded]);
    const after = (await this.reader.lock([loaded.card.id])).get(loaded.card.id) ?? null;
    return { loaded: after, undone: false, refusal: null };
  }
}

/** Whoever asks for the same again has acted already. */
export function obstacleOf(loaded: LoadedCase, staged: StagedDecision, asked: AskedAct): Refusal | null {
  const again = staged.author.staffNo === asked.actor && staged.seat_id === asked.seatId;
  return again ? refusal('already-acted', 'RULE-63') : stagedObstacle(loaded.state, asked);
}
