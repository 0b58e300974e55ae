import { defineEvent } from '@fubako/platform/outbox';

/** 組織が変わった: a municipality package was imported and changed something. Charts of the new revision hold from now on. */
export const municipalityImported = defineEvent<{
  /** Revision of the organisation after the import. */
  readonly revision: number;
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  /** Files of the package that brought changes. */
  readonly files: readonly string[];
}>('organisation.municipality-imported.v1');

/** Of an absence as it now is; instants in ISO form. One that was taken back before it began ends where it begins. */
interface AbsenceNews {
  readonly absenceId: string;
  readonly staffNo: string;
  readonly kind: 'absence' | 'incapacity';
  readonly from: string;
  readonly until: string;
}

/** 不在 or 事故 was registered: seats of the person may need somebody else from `from` on. */
export const absenceRegistered = defineEvent<AbsenceNews>('organisation.absence-registered.v1');

/** 不在 or 事故 was cancelled, or ended earlier than planned. */
export const absenceEnded = defineEvent<AbsenceNews>('organisation.absence-ended.v1');
