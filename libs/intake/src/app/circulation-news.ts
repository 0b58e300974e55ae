import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { EventBus } from '@fubako/platform/outbox';
import { IndexChanges } from '@fubako/search';
import type { CirculationRow } from '../data/circulation.row';
import { circulationCompleted, draftAsked, readersAsked } from '../events';
import { byOf } from './standing-name';

type Told = Pick<CirculationRow, 'id' | 'subject_kind' | 'subject_id' | 'title' | 'started_by' | 'section_code'>;

/** Tells of circulations: in the ledger of what is circulated, in the archive search, and to those who must read. */
@Injectable()
export class CirculationNews {
  constructor(
    private readonly ledger: Ledger,
    private readonly bus: EventBus,
    private readonly index: IndexChanges,
  ) {}

  /** @param kind past tense, e.g. `read` */
  acted(
    { circulation, actor }: { circulation: Told; actor: Actor },
    kind: string,
    facts: Readonly<Record<string, unknown>>,
  ): void {
    const { id, subject_kind, subject_id } = circulation;
    this.ledger.record({
      subject: { kind: subject_kind, id: subject_id },
      kind: `intake.${kind}`,
      actor: actor.staffNo,
      facts: { circulation: id, ...facts },
    });
    this.index.note([subject_id]);
  }

  async asked(circulation: Told, actor: Actor, readers: readonly string[]): Promise<void> {
    if (readers.length === 0) return;
    await this.bus.publish(readersAsked, circulation.id, { ...about(circulation), by: byOf(actor), readers });
  }

  completed(circulation: Told): Promise<void> {
    return this.bus.publish(circulationCompleted, circulation.id, {
      ...about(circulation),
      startedBy: circulation.started_by,
    });
  }

  draftAsked({ subject_id, title }: Told, sectionCode: string, actor: Actor): Promise<void> {
    return this.bus.publish(draftAsked, subject_id, { receiptId: subject_id, title, sectionCode, by: byOf(actor) });
  }
}

function about({ id, subject_kind, subject_id, title }: Told) {
  return { circulationId: id, subjectKind: subject_kind, subjectId: subject_id, title };
}
