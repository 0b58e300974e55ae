import { type MongoAbility, AbilityBuilder, createMongoAbility, subject } from '@casl/ability';
import { type Actor, type Columns, EMERGENCY, inDailyWork, isOneOf, scopeOf } from '@fubako/platform/authz';
import { type Sql, sql } from '@fubako/platform/database';
import { type Secrecy, isSecretOn } from '../core/secrecy';
import { DOCUMENT_STATES, type DocumentState } from '../core/states';
import { type SecrecyColumns, secretOn } from '../data/secrecy.sql';

/** What the policy looks at. */
export interface DocumentFacts extends Secrecy {
  readonly id: string;
  readonly state: DocumentState;
  readonly drafter: string;
  readonly section: string;
  /** 職員番号 of everybody who holds or held a seat. */
  readonly participants: readonly string[];
  /** Whether its drafter has left the section while it was a draft (RULE-102). */
  readonly left: boolean;
}

const SUBJECT = 'Document';
/** What has left its drafter's desk at least once. */
const OUT_OF_DRAFT = DOCUMENT_STATES.filter((state) => state !== 'drafting');
/** Roles that look over the whole municipality, or over the unit they are given for. */
const OVERSEERS = ['records_officer', 'records_clerk', 'deputy_records_clerk', 'auditor', 'archivist'] as const;

/**
 * Who may read a document: its drafter, whoever holds or held one of its seats, the section it belongs to (a draft once
 * its drafter has left), and the overseeing roles; what is confidential only the first two, until its end has passed. Administrators of the
 * system read nothing by being that; in an emergency two persons open what has left its drafter's desk (緊急閲覧).
 */
export function documentAbility(actor: Actor): MongoAbility {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  can('read', SUBJECT, { drafter: actor.staffNo });
  can('read', SUBJECT, { participants: actor.staffNo });
  const open = { secret: false };
  const inState = { state: { $in: OUT_OF_DRAFT } };
  if (actor.units.length > 0) {
    const section = { $in: [...actor.units] };
    can('read', SUBJECT, { ...open, section, ...inState });
    can('read', SUBJECT, { ...open, section, left: true });
  }
  for (const { role, unitCode } of actor.roles) {
    if (!(OVERSEERS as readonly string[]).includes(role)) continue;
    if (unitCode === null) can('read', SUBJECT, { ...open, ...inState });
    else can('read', SUBJECT, { ...open, ...inState, section: unitCode });
  }
  if (actor.emergency) {
    can('read', SUBJECT, { ...inState, id: { $in: [...actor.emergency.matters] } });
    can('read', SUBJECT, { ...open, ...inState, section: { $in: [...actor.emergency.units] } });
  }
  return build();
}

export function mayRead(actor: Actor, facts: DocumentFacts): boolean {
  return documentAbility(actor).can('read', subject(SUBJECT, { ...facts, secret: isSecretOn(facts, actor.on) }));
}

/** The overseeing role, or the emergency, without which the reader could not read it; null where it is the reader's own work. */
export function overseeingRole(actor: Actor, facts: DocumentFacts): string | null {
  const daily = inDailyWork(actor);
  if (actor.emergency && !mayRead(daily, facts)) return EMERGENCY;
  if (actor.roles.length === 0 || mayRead({ ...daily, roles: [] }, facts)) return null;
  return OVERSEERS.find((role) => actor.roles.some((held) => held.role === role)) ?? null;
}

/**
 * 件名のみの閲覧: the records officer knows of every document that left its drafter's desk by number and title, to find what
 * must be kept; the content only for a stated reason (domain 6).
 */
function titleAbility(actor: Actor): MongoAbility {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  for (const { role, unitCode } of actor.roles) {
    if (role !== 'records_officer') continue;
    const known = { state: { $in: OUT_OF_DRAFT } };
    if (unitCode === null) can('know', SUBJECT, known);
    else can('know', SUBJECT, { ...known, section: unitCode });
  }
  return build();
}

export interface DocumentColumns extends SecrecyColumns {
  readonly id: Sql;
  readonly state: Sql;
  readonly drafter: Sql;
  readonly section: Sql;
  readonly left: Sql;
}

/** Where the facts stand in `documents.document d`. */
export const DOCUMENT_COLUMNS: DocumentColumns = {
  id: sql`d.id`,
  state: sql`d.state`,
  confidentiality: sql`d.confidentiality`,
  confidentialUntil: sql`d.confidential_until`,
  drafter: sql`d.drafter_staff_no`,
  section: sql`d.section_code`,
  left: sql`(d.left_at is not null)`,
};

/** How it is asked whether somebody has or had a seat. */
type SeatQuestion = (id: Sql, staffNo: unknown) => Sql;
const seatByRow: SeatQuestion = (id, staffNo) =>
  sql`exists (select from documents.participant seat where seat.document_id = ${id} and seat.staff_no = ${staffNo})`;
const seatAmongAll: SeatQuestion = (id, staffNo) => isOneOf(id, sql`documents.seats_of(${staffNo})`);

/** The SQL twin of {@link mayRead} for lists; `columns` say where the facts stand in the query. */
export function readableDocuments(actor: Actor, columns: DocumentColumns): Sql {
  return readableWith(seatByRow, actor, columns);
}

/** The same for questions that look at very many rows, of which few are the actor's: the search (ADR 0073). */
export function readableAmongMany(actor: Actor, columns: DocumentColumns): Sql {
  return readableWith(seatAmongAll, actor, columns);
}

function readableWith(seat: SeatQuestion, actor: Actor, columns: DocumentColumns): Sql {
  const { id, ...scalars } = columns;
  return scopeOf(documentAbility(actor), { action: 'read', subject: SUBJECT }, {
    id,
    ...scalars,
    secret: secretOn(columns, actor.on),
    participants: (staffNo) => seat(id, staffNo),
  } satisfies Columns);
}

/** Documents whose title and number the actor may know. */
export function knownTitles(actor: Actor, { id: _, ...columns }: DocumentColumns): Sql {
  return scopeOf(titleAbility(actor), { action: 'know', subject: SUBJECT }, { ...columns } satisfies Columns);
}

/** Documents of which the actor may know the title and number, and no more. */
export function titlesOnly(actor: Actor, columns: DocumentColumns): Sql {
  return sql`(${knownTitles(actor, columns)}) and not coalesce(${readableDocuments(actor, columns)}, false)`;
}

/** Over `documents.document d`: what the actor may read, or know by title and number. */
export function nameableDocuments(actor: Actor): Sql {
  return sql`((${readableDocuments(actor, DOCUMENT_COLUMNS)}) or (${knownTitles(actor, DOCUMENT_COLUMNS)}))`;
}
