import { DomainError, type LocalDate } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import type { RecordSubjects } from '../../data/record-lock-rows';
import { refuse } from '../../errors';

type HoldNote = { readonly kind: string; readonly actor: Actor; readonly facts: Record<string, unknown> };

/** What the ledger keeps of a hold. */
export function holdNote(id: string, { kind, actor, facts }: HoldNote) {
  return { subject: { kind: 'hold', id }, kind, actor: actor.staffNo, facts };
}

/** What the ledger keeps of everything that comes under a hold. */
export function coveredNotes(hold: string, { fileIds, documentIds }: RecordSubjects, actor: Actor) {
  const note = (kind: string) => (id: string) => ({
    subject: { kind, id },
    kind: 'records.held',
    actor: actor.staffNo,
    facts: { hold },
  });
  return [...fileIds.map(note('record-file')), ...documentIds.map(note('document'))];
}

/** HOLD-5 Nothing is triggered or decided in the future, nor decided before it was triggered. @throws DomainError records.hold-days */
export function checkDays(
  { triggeredOn, decidedOn }: { readonly triggeredOn: LocalDate; readonly decidedOn: LocalDate | null },
  today: LocalDate,
): void {
  const last = decidedOn ?? triggeredOn;
  if (triggeredOn > today || last > today || last < triggeredOn) throw daysRefused(triggeredOn, today);
}

const daysRefused = (triggeredOn: LocalDate, today: LocalDate): DomainError =>
  refuse('records.hold-days', { triggeredOn, today });
