import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt, newId } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { rolesInMatter } from '../core/roles-in-case';
import { refuse } from '../errors';
import { ActFactsReader } from './act-facts-reader';
import { CaseStateReader, type LoadedCase } from './case-state-reader';
import { KeepInstruction } from './keep-instruction';

export interface InstructionCommand {
  readonly actor: Actor;
  readonly documentId: string;
  /** The seat of the decider who gave the instruction. */
  readonly seatId: string;
  readonly givenOn: LocalDate;
  readonly text: string;
}

/** 事前の指示: writes down what the decider said beforehand, so that 代決 of an excluded matter has its ground (RULE-42). */
@Injectable()
export class RecordInstruction {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reader: CaseStateReader,
    private readonly facts: ActFactsReader,
    private readonly documents: DocumentReading,
    private readonly keeping: KeepInstruction,
  ) {}

  /** @throws DomainError documents.not-found, approvals.not-found, approvals.not-your-seat, approvals.bad-date */
  run(command: InstructionCommand): Promise<void> {
    return this.uow.run(async () => {
      const { actor, documentId } = command;
      await this.documents.readable(documentId, actor);
      const loaded = (await this.reader.lock([documentId])).get(documentId);
      if (!loaded) throw refuse('approvals.not-found', { documentId });
      await this.refuseStrangers(loaded, actor);
      await this.record(loaded, command);
    });
  }

  /** The drafter, whoever has or had a seat, and the decider themselves know of such words; others do not. */
  private async refuseStrangers(loaded: LoadedCase, actor: Actor): Promise<void> {
    const { facts } = await this.facts.of(loaded, actor);
    const roles = rolesInMatter(loaded.state, { staffNo: actor.staffNo, facts });
    const sits = loaded.seats.some(
      ({ principal, acted_by, post_code }) =>
        principal === actor.staffNo ||
        acted_by === actor.staffNo ||
        facts.standings[post_code]?.principal?.staffNo === actor.staffNo ||
        facts.standings[post_code]?.acting?.staffNo === actor.staffNo,
    );
    if (!sits && !roles.includes('drafter'))
      throw refuse('approvals.not-your-seat', { documentId: loaded.card.id, rule: 'RULE-42' });
  }

  private async record(loaded: LoadedCase, { actor, seatId, givenOn, text }: InstructionCommand): Promise<void> {
    const documentId = loaded.card.id;
    const seat = loaded.seats.find(({ id, step_kind }) => id === seatId && step_kind === 'decision');
    const giver = seat?.principal ?? seat?.planned_holder ?? null;
    if (!seat || giver === null) throw refuse('approvals.not-allowed', { documentId, rule: 'RULE-42' });
    const at = await this.uow.now();
    if (givenOn > localDateAt(at)) throw refuse('approvals.bad-date', { documentId, rule: 'RULE-42' });
    const row = {
      id: newId<string>(),
      document_id: documentId,
      post_code: seat.post_code,
      post_title: seat.post_title,
      given_by: giver,
      given_by_name: seat.principal_name ?? seat.planned_name ?? '',
      given_on: givenOn,
      text,
      recorded_by: actor.staffNo,
      recorded_name: actor.name,
      recorded_at: at,
    };
    await this.keeping.run(row);
  }
}
