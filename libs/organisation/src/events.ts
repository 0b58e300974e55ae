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

/** Of 代理 as it now is; instants in ISO form. */
interface ProxyNews {
  readonly proxyId: string;
  readonly postCode: string;
  readonly giver: string;
  readonly taker: string;
  readonly from: string;
  readonly until: string;
}

/** 代理 was given. */
export const proxyGiven = defineEvent<ProxyNews>('organisation.proxy-given.v1');

/** 代理 was taken back, or ended because somebody left their post. */
export const proxyEnded = defineEvent<ProxyNews>('organisation.proxy-ended.v1');

/**
 * A new day of the organisation has begun, or another revision holds from now on: open seats may belong to other people
 * (RULE-102, RULE-104). Once for each date and revision.
 */
export const organisationChanged = defineEvent<{
  /** The Japanese day as of which the organisation is to be read. */
  readonly date: string;
  readonly revision: number;
  /** The first day that was not announced before; earlier than `date` after a standstill. */
  readonly since: string;
}>('organisation.changed.v1');
