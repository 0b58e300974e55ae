import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type HoldGround, holdEnd } from '../../core/hold';
import { HoldDeskRows, type HoldTerms } from '../../data/holds/hold-desk-rows';
import type { RecordSubjects } from '../../data/record-lock-rows';
import { HoldDesk } from './hold-desk';
import { HoldTargets } from './hold-targets';
import { checkDays, coveredNotes, holdNote } from './hold-notes';

/** What of a hold is to be another; what is left out stays. */
export interface HoldChange {
  readonly ground?: HoldGround;
  readonly caseNo?: string | null;
  readonly reason?: string;
  readonly triggeredOn?: LocalDate;
  /** Day of the decision, the ruling, the conclusion. */
  readonly decidedOn?: LocalDate | null;
}

export interface ChangeOfHold {
  readonly change: HoldChange;
  /** Why it is changed. */
  readonly note: string;
}

/** A hold is corrected, decided, widened (HOLD-3, HOLD-5): its end follows from the day of the decision and is never typed in. */
@Injectable()
export class ChangeHold {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: HoldDesk,
    private readonly targets: HoldTargets,
    private readonly rows: HoldDeskRows,
    private readonly settings: MunicipalitySettings,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError records.hold-not-found, records.not-yours-to-hold, records.hold-released, records.hold-days */
  run(id: string, { change, note }: ChangeOfHold, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      const hold = await this.desk.open(id, actor);
      const { ground, caseNo, reason, triggeredOn, decidedOn } = { ...hold, ...change };
      checkDays({ triggeredOn, decidedOn }, actor.on);
      const endsOn = holdEnd(ground, decidedOn, { roundsUp: (await this.settings.current()).holdsToYearEnd });
      const terms: HoldTerms = { ground, caseNo, reason, triggeredOn, decidedOn, endsOn };
      await this.rows.write(id, terms);
      const kind = change.decidedOn === undefined ? 'records.hold-changed' : 'records.hold-decided';
      const facts = { ground, caseNo, triggeredOn, decidedOn, endsOn, endedBefore: hold.endsOn, note };
      this.ledger.record(holdNote(id, { kind, actor, facts }));
    });
  }

  /** @throws DomainError records.hold-not-found, records.not-yours-to-hold, records.hold-released, records.unknown-targets, records.gone */
  widen(id: string, subjects: RecordSubjects, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      await this.targets.take(subjects, actor);
      await this.desk.open(id, actor);
      await this.rows.addTargets(id, subjects);
      const facts = { files: subjects.fileIds.length, documents: subjects.documentIds.length };
      this.ledger.record(
        holdNote(id, { kind: 'records.hold-widened', actor, facts }),
        ...coveredNotes(id, subjects, actor),
      );
    });
  }
}
