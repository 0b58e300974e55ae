import { type MongoAbility, AbilityBuilder, createMongoAbility, subject } from '@casl/ability';
import { type Secrecy, type SecrecyColumns, isSecretOn, secretOn } from '@fubako/documents';
import type { UnitCode } from '@fubako/kernel';
import {
  type Actor,
  type Columns,
  EMERGENCY,
  type Role,
  hasRole,
  inDailyWork,
  isOneInOrder,
  isOneOf,
  scopeOf,
} from '@fubako/platform/authz';
import { type Sql, sql } from '@fubako/platform/database';

/** What the policy looks at. */
export interface ReadableFacts extends Secrecy {
  readonly id: string;
  /** The section that handles it now. */
  readonly section: string;
  /** Every section that has or had it: its ledger goes on showing it. */
  readonly sections: readonly string[];
  /** 職員番号 of registrar, readers, drafter, and those who decide on the reply. */
  readonly participants: readonly string[];
  /** Sections that a 回覧 goes to; `*` is everybody. */
  readonly audience: readonly string[];
}

/** Whoever sits in a post belongs to the audience of a 回覧 to all. */
export const EVERYBODY = '*';

const SUBJECT = 'Receipt';
/** Roles that look over the whole municipality, or over the unit they are given for. */
const OVERSEERS: readonly Role[] = ['records_officer', 'records_clerk', 'deputy_records_clerk', 'auditor', 'archivist'];
/** 文書主任 and deputy, and the records office: they register receipts and route them. */
const HANDLERS = ['records_clerk', 'deputy_records_clerk', 'records_officer'] as const satisfies readonly Role[];
const CLERKS: readonly Role[] = ['records_clerk', 'deputy_records_clerk'];

/** Whether the person registers and routes what comes to the section (RULE-01, RULE-02). */
export function handles(actor: Actor, sectionCode: string): boolean {
  return HANDLERS.some((role) => hasRole(actor, role, sectionCode as UnitCode));
}

/** Sections to whose 回覧 the person belongs. */
export function audienceOf(actor: Actor): string[] {
  return actor.posts.length === 0 ? [] : [EVERYBODY, ...actor.units];
}

/**
 * Who may read a receipt: the sections that have or had it, its readers and others concerned, and the overseeing roles;
 * what is confidential only those concerned and the clerks of the section that handles it, until its end has passed (時限秘). In an
 * emergency two persons open single ones, or what a section handles (緊急閲覧).
 */
export function receiptAbility(actor: Actor): MongoAbility {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  const open = { secret: false };
  can('read', SUBJECT, { participants: actor.staffNo });
  // One condition for all units, whatever their number: each would be a question of its own to every year of the archive.
  if (actor.units.length > 0) can('read', SUBJECT, { ...open, sections: { $in: [...actor.units] } });
  if (actor.posts.length > 0) can('read', SUBJECT, { ...open, audience: { $in: audienceOf(actor) } });
  for (const { role, unitCode } of actor.roles) {
    if (!OVERSEERS.includes(role)) continue;
    if (unitCode === null) can('read', SUBJECT, open);
    else can('read', SUBJECT, { ...open, sections: unitCode });
    if (unitCode !== null && CLERKS.includes(role)) can('read', SUBJECT, { section: unitCode });
  }
  if (actor.emergency) {
    can('read', SUBJECT, { id: { $in: [...actor.emergency.matters] } });
    can('read', SUBJECT, { ...open, section: { $in: [...actor.emergency.units] } });
  }
  return build();
}

export function mayRead(actor: Actor, facts: ReadableFacts): boolean {
  return receiptAbility(actor).can('read', subject(SUBJECT, { ...facts, secret: isSecretOn(facts, actor.on) }));
}

/** The overseeing role, or the emergency, without which the reader could not read it; null where it is the reader's own work. */
export function overseeingRole(actor: Actor, facts: ReadableFacts): string | null {
  const daily = inDailyWork(actor);
  if (actor.emergency && !mayRead(daily, facts)) return EMERGENCY;
  if (actor.roles.length === 0 || mayRead({ ...daily, roles: [] }, facts)) return null;
  return OVERSEERS.find((role) => actor.roles.some((held) => held.role === role)) ?? null;
}

/** Where the facts of a receipt stand in a query. */
export interface ReceiptColumns extends SecrecyColumns {
  readonly id: Sql;
  readonly section: Sql;
}

export const RECEIPT_COLUMNS: ReceiptColumns = {
  id: sql`r.id`,
  confidentiality: sql`r.confidentiality`,
  confidentialUntil: sql`r.confidential_until`,
  section: sql`r.section_code`,
};

/** How it is asked what a receipt has to do with people and sections. */
type Ties = Readonly<Record<'sections' | 'participants' | 'audience', (value: unknown) => Sql>>;

/** The SQL twin of {@link mayRead}; over `intake.receipt r`, when nothing else is said. */
export function readableReceipts(actor: Actor, columns: ReceiptColumns = RECEIPT_COLUMNS): Sql {
  const { id } = columns;
  return readableWith(actor, columns, {
    sections: (code) =>
      sql`exists (select from intake.held h where h.receipt_id = ${id} and h.section_code = any(${[code].flat()}::text[]))`,
    participants: (staffNo) =>
      sql`exists (select from intake.participant p where p.receipt_id = ${id} and p.staff_no = ${staffNo})`,
    audience: (code) => sql`exists (select from intake.circulation c join intake.audience a on a.circulation_id = c.id
      where c.subject_kind = 'receipt' and c.subject_id = ${id} and a.section_code = any(${[code].flat()}::text[]))`,
  });
}

/** The same for questions that look at very many rows, of which few are the actor's: the search (ADR 0073). */
export function readableAmongMany(actor: Actor, columns: ReceiptColumns): Sql {
  const { id } = columns;
  return readableWith(actor, columns, {
    sections: (code) => isOneInOrder(id, sql`intake.held_by(${[code].flat()}::text[])`),
    participants: (staffNo) => isOneOf(id, sql`intake.concerning(${staffNo})`),
    audience: (code) => isOneInOrder(id, sql`intake.circulated_to(${[code].flat()}::text[])`),
  });
}

function readableWith(actor: Actor, { id, ...columns }: ReceiptColumns, ties: Ties): Sql {
  return scopeOf(receiptAbility(actor), { action: 'read', subject: SUBJECT }, {
    id,
    ...columns,
    secret: secretOn(columns, actor.on),
    ...ties,
  } satisfies Columns);
}
