import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import type { Channel, CopyLine } from '../core/entries';
import { refuse } from '../errors';
import { dispatched } from '../events';
import { Completion } from './completion';
import { type AtDesk, ExecutionDesk } from './execution-desk';
import { ExecutionRegister } from './execution-register';

export interface DispatchLetterCommand {
  readonly actor: Actor;
  readonly documentId: string;
  readonly channel: Channel;
  /** Addressees by their line of the clean copy; all that remain when left out. */
  readonly lines?: readonly number[];
  /** The day on which it left, when it is recorded later. */
  readonly dispatchedOn?: string;
  readonly note?: string;
}

/** 発送: what went to whom, how and when (発送簿). The last one makes the document 施行済. */
@Injectable()
export class DispatchLetter {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ExecutionDesk,
    private readonly register: ExecutionRegister,
    private readonly completion: Completion,
    private readonly bus: EventBus,
  ) {}

  run(command: DispatchLetterCommand): Promise<void> {
    return this.uow.run(async () => {
      const { actor, documentId, channel, note = null } = command;
      const desk = await this.desk.open(documentId, actor, 'dispatch');
      const lines = chosen(desk, command.lines);
      const occurredOn = await this.dayOf(desk, command.dispatchedOn);
      const particulars = { channel, lines, note };
      await this.register.write(desk.card, desk.state, { actor, step: { kind: 'dispatch', particulars, occurredOn } });
      const addressees = lines.map(({ addressee }) => addressee);
      const payload = { documentId, channel, dispatchedOn: occurredOn, addressees };
      await this.bus.publishAll(dispatched, [{ subject: documentId, payload }]);
      await this.completion.settle(desk.card, actor);
    });
  }

  /** Not before the decision and not in the future; the moment of recording stands beside it (RULE-62). */
  private async dayOf({ card }: AtDesk, wanted: string | undefined): Promise<string> {
    const to = localDateAt(await this.uow.now());
    const from = localDateAt(card.decidedAt ?? (await this.uow.now()));
    const day = wanted ?? to;
    if (day < from || day > to) throw refuse('execution.day-out-of-range', { from, to });
    return day;
  }
}

function chosen({ card, state }: AtDesk, wanted: readonly number[] | undefined): CopyLine[] {
  if (wanted === undefined) {
    if (state.remaining.length === 0)
      throw refuse('execution.number-missing', { documentId: card.id, rule: 'RULE-65' });
    return [...state.remaining];
  }
  const remaining = new Map(state.remaining.map((line) => [line.line, line]));
  return [...new Set(wanted)].map((number) => {
    const line = remaining.get(number);
    if (!line) throw refuse('execution.unknown-line', { line: number });
    return line;
  });
}
