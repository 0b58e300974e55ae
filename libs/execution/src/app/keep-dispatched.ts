import { Injectable } from '@nestjs/common';
import { participantsInformed } from '@fubako/approvals/events';
import { EventBus } from '@fubako/platform/outbox';
import { standing, stepsOf } from '../core/entries';
import { EntryRows } from '../data/entry-rows';
import { refuse } from '../errors';

/** RULE-52 What has gone out in part is not given up, by whatever door: asked in the unit of the act. */
@Injectable()
export class KeepDispatched {
  constructor(
    bus: EventBus,
    private readonly entries: EntryRows,
  ) {
    bus.inUnit(participantsInformed, (events) =>
      this.ensure(events.flatMap(({ payload }) => (payload.code === 'abandoned' ? [payload.documentId] : []))),
    );
  }

  /** @throws DomainError execution.dispatched */
  private async ensure(abandoned: readonly string[]): Promise<void> {
    const entries = abandoned.length === 0 ? [] : await this.entries.of(abandoned);
    const [sent] = stepsOf(standing(entries), 'dispatch');
    const documentId = entries.find(({ id }) => id === sent?.id)?.documentId;
    if (documentId !== undefined) throw refuse('execution.dispatched', { documentId, rule: 'RULE-52' });
  }
}
