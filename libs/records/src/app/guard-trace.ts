import { Injectable } from '@nestjs/common';
import { Ledger, type LedgerNote } from '@fubako/ledger';
import { type GuardRefusal, UnitOfWork } from '@fubako/platform/database';

/** Guards of this lib (GUARD-1 to GUARD-12, DISP-17, DISP-19, LOAN-5). */
const GUARDS: ReadonlySet<string> = new Set([
  'record_is_held',
  'record_file_is_held',
  'record_has_not_expired',
  'record_file_has_not_expired',
  'record_without_disposal',
  'record_file_without_disposal',
  'removed_file_is_empty',
  'record_file_is_lent',
  'ended_stays_ended',
  'hold_comes_too_late',
  'records_stay',
  'hold_stays_as_placed',
  'hold_end_without_decision',
  'hold_release_is_of_today',
  'hold_act_without_trace',
  'paper_is_kept',
  'paper_stays_in_its_file',
  'scan_stays_with_its_file',
  'disposals_are_locked',
  'erasure_without_disposal',
  'disposal_item_is_decided',
  'disposal_item_has_ended',
  'disposal_item_differs',
  'disposal_item_not_due',
  'disposal_item_without_decision',
]);
const NAMED = /(File|Document|Hold) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/;

const SUBJECTS: Readonly<Record<string, string>> = { File: 'record-file', Document: 'document', Hold: 'hold' };

/** GUARD-8 What a guard of the database refuses stays in the ledger, in a unit of work of its own: refusal, not silence (S12). */
@Injectable()
export class GuardTrace {
  constructor(uow: UnitOfWork, ledger: Ledger) {
    uow.whenRefused((refusal) =>
      GUARDS.has(refusal.guard)
        ? uow.run(() => {
            ledger.record(noteOn(refusal));
            return Promise.resolve();
          })
        : Promise.resolve(),
    );
  }
}

function noteOn({ guard, message, by }: GuardRefusal): LedgerNote {
  const [, kind, id] = NAMED.exec(message) ?? [];
  const subject = id === undefined ? { kind: 'guard', id: guard } : { kind: SUBJECTS[kind ?? ''] ?? 'document', id };
  return { subject, kind: 'records.refused-by-guard', actor: by ?? 'system:unit-of-work', facts: { guard } };
}
