import { Injectable } from '@nestjs/common';
import { type LocalDate, newId } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type HoldGround, holdEnd } from '../../core/hold';
import { HoldDeskRows } from '../../data/holds/hold-desk-rows';
import type { RecordSubjects } from '../../data/record-lock-rows';
import { HoldTargets } from './hold-targets';
import { HoldRights } from './hold-rights';
import { checkDays, coveredNotes, holdNote } from './hold-notes';

export interface HoldRequest extends RecordSubjects {
  readonly ground: HoldGround;
  readonly caseNo: string | null;
  readonly reason: string;
  readonly triggeredOn: LocalDate;
  readonly decidedOn: LocalDate | null;
}

/** 廃棄保留 is placed on files and documents, many at once; in force from this moment (HOLD-1). */
@Injectable()
export class PlaceHold {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rights: HoldRights,
    private readonly targets: HoldTargets,
    private readonly rows: HoldDeskRows,
    private readonly settings: MunicipalitySettings,
    private readonly ledger: Ledger,
  ) {}

  /**
   * @returns id of the hold
   * @throws DomainError records.not-yours-to-hold, records.unknown-targets, records.gone, records.hold-days
   */
  run(request: HoldRequest, actor: Actor): Promise<string> {
    return this.uow.run(async () => {
      await this.targets.take(request, actor);
      checkDays(request, actor.on);
      const { fileIds, documentIds, ...terms } = request;
      const endsOn = holdEnd(request.ground, request.decidedOn, {
        roundsUp: (await this.settings.current()).holdsToYearEnd,
      });
      const hold = { id: newId<string>(), ...terms, endsOn };
      const by = { placedBy: actor.staffNo, placedByName: actor.name, isConfirmed: this.rights.isOffice(actor) };
      await this.rows.insert({ ...hold, ...by }, await this.uow.now());
      await this.rows.addTargets(hold.id, { fileIds, documentIds });
      const { id, ground, caseNo, triggeredOn, decidedOn } = hold;
      const facts = { ground, caseNo, triggeredOn, decidedOn, endsOn, asked: !by.isConfirmed };
      this.ledger.record(
        holdNote(id, { kind: 'records.hold-placed', actor, facts }),
        ...coveredNotes(id, request, actor),
      );
      return id;
    });
  }
}
