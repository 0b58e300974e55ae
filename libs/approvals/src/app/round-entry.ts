import { Injectable } from '@nestjs/common';
import { type DocumentCard, DocumentReading, type FrozenRevision } from '@fubako/documents';
import type { RoutePlan } from '../core/route-plan';
import { type EntryStep, enterRound } from '../core/resubmit';
import { CaseRows } from '../data/case-rows';
import type { CaseRow } from '../data/case.row';

/** Which seats of the new round are already settled by acts of the round before. */
@Injectable()
export class RoundEntry {
  constructor(
    private readonly documents: DocumentReading,
    private readonly rows: CaseRows,
  ) {}

  async of(
    card: DocumentCard,
    revision: FrozenRevision,
    steps: Extract<RoutePlan, { ok: true }>['steps'],
  ): Promise<{ steps: EntryStep[]; previous: CaseRow | null }> {
    const previous = await this.rows.find(card.id);
    if (!previous) return { steps: enterRound(steps, [], true), previous };
    const seats = (await this.rows.currentSeats([card.id])).get(card.id) ?? [];
    const earlier = seats.map((s) => ({
      stepKind: s.step_kind,
      postCode: s.post_code,
      holder: s.principal ?? s.planned_holder,
      outcome: s.outcome,
      actId: s.act_id,
    }));
    return {
      steps: enterRound(steps, earlier, await this.substanceChanged(card, previous.revision_no, revision.no)),
      previous,
    };
  }

  /** RULE-33 The matter type names its substance; taking a file away changes it too, adding one does not. */
  private async substanceChanged(card: DocumentCard, from: number, to: number): Promise<boolean> {
    const changes = await this.documents.compare(card, from, to);
    return (
      changes.fields.some(({ substance }) => substance) ||
      changes.attachments.some(({ change }) => change === 'removed')
    );
  }
}
