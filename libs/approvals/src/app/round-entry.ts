import { Injectable } from '@nestjs/common';
import { type DocumentCard, DocumentReading, type FrozenRevision } from '@fubako/documents';
import { MunicipalitySettings } from '@fubako/organisation';
import type { PlannedStep } from '../core/route-plan';
import { type EntryStep, enterRound } from '../core/resubmit';
import { CaseRows } from '../data/case-rows';
import type { CaseRow } from '../data/case.row';

export interface EnteredRound {
  readonly steps: readonly EntryStep[];
  readonly previous: CaseRow | null;
  /** 職員番号 of those whose acts stand: they see what changed since (RULE-33). */
  readonly standing: readonly string[];
}

/** Which seats of the new round are already settled by acts of the round before. */
@Injectable()
export class RoundEntry {
  constructor(
    private readonly documents: DocumentReading,
    private readonly settings: MunicipalitySettings,
    private readonly rows: CaseRows,
  ) {}

  /** @param declared what the drafter said of the correction: whether it touches the substance */
  async of(
    card: DocumentCard,
    { revision, declared }: { revision: FrozenRevision; declared: boolean },
    steps: readonly PlannedStep[],
  ): Promise<EnteredRound> {
    const { resubmitEntry: policy } = await this.settings.current();
    const previous = await this.rows.find(card.id);
    if (!previous) return { steps: enterRound(steps, [], { policy, substanceChanged: true }), previous, standing: [] };
    const seats = (await this.rows.currentSeats([card.id])).get(card.id) ?? [];
    const earlier = seats.map((s) => ({
      stepKind: s.step_kind,
      postCode: s.post_code,
      holder: s.principal ?? s.planned_holder,
      outcome: s.outcome,
      actId: s.act_id,
    }));
    const substanceChanged = declared || (await this.substanceChanged(card, previous.revision_no, revision.no));
    const entered = enterRound(steps, earlier, { policy, substanceChanged });
    const carried = new Set(entered.flatMap((step) => step.seats.flatMap(({ carriedActId }) => carriedActId ?? [])));
    const standing = seats.flatMap(({ act_id, acted_by }) =>
      act_id !== null && carried.has(act_id) && acted_by !== null ? [acted_by] : [],
    );
    return { steps: entered, previous, standing };
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
