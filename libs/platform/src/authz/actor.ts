import type { Reader } from '../database';
import type { LocalDate, PostCode, StaffNo, UnitCode } from '@fubako/kernel';

/** Roles of the municipality package (`roles.csv`). */
export const ROLES = [
  'records_officer',
  'records_clerk',
  'deputy_records_clerk',
  'seal_keeper',
  'archivist',
  'auditor',
  'org_admin',
  'system_admin',
  /** 申請管理システム: an account that hands in online applications (RULE-05). */
  'intake_system',
  /** 緊急閲覧の確認者: the second of two persons without whom nothing is opened in an emergency (ID-23). */
  'emergency_confirmer',
] as const;
export type Role = (typeof ROLES)[number];

export interface ActorPost {
  readonly code: PostCode;
  readonly title: string;
  readonly rank: number;
  readonly unitCode: UnitCode;
  readonly unitName: string;
  readonly kind: 'main' | 'concurrent' | 'acting_holder';
}

/** 緊急閲覧: what a person may look at for some hours, because another one has confirmed it (ID-23). */
export interface EmergencyScope {
  /** Ids of documents and receipts. */
  readonly matters: readonly string[];
  /** Sections, of which everything opens that is not secret. */
  readonly units: readonly UnitCode[];
  readonly reason: string;
}

/** As what a reading stands in the log that nothing but an emergency allows. */
export const EMERGENCY = 'emergency';

/** The person who acts, as the organisation and the roles are on `on`; rebuilt for every request. */
export interface Actor {
  readonly staffNo: StaffNo;
  readonly name: string;
  readonly on: LocalDate;
  readonly posts: readonly ActorPost[];
  /** Units whose matters are this person's daily work: the sections of the posts, and for heads everything below them. */
  readonly units: readonly UnitCode[];
  readonly roles: readonly { readonly role: Role; readonly unitCode: UnitCode | null }[];
  /** Only in requests that read one matter or search; absent in all others. */
  readonly emergency?: EmergencyScope;
  /** The route by which the person asks; absent where the worker acts on the person's order. */
  readonly via?: string;
  /** When the person was last proven in the session that asks; absent where the worker acts on the person's order. */
  readonly provenAt?: Date | null;
}

/** Whether the role is held for the whole municipality, or for `unitCode` when it is given. */
export function hasRole(actor: Actor, role: Role, unitCode?: UnitCode): boolean {
  return actor.roles.some((held) => held.role === role && (held.unitCode === null || held.unitCode === unitCode));
}

/** The person without what an emergency opens: for lists, and titles beside what was opened, which no log tells of one by one. */
export function inDailyWork({ emergency: _, ...daily }: Actor): Actor {
  return daily;
}

/** The person as the wall inside the database knows them (ADR 0037). */
export const readerOf = ({ staffNo, on, units, roles, posts, emergency }: Actor): Reader => ({
  staffNo,
  day: on,
  units,
  roles: [
    ...roles.map(({ role, unitCode }) => `${role}@${unitCode ?? '*'}`),
    // Whoever sits in a post belongs to the audience of what goes to all.
    ...(posts.length > 0 ? ['in_office@*'] : []),
  ],
  emergencyMatters: emergency?.matters ?? [],
  emergencyUnits: emergency?.units ?? [],
});
