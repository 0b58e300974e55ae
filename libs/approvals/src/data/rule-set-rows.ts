import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import { RULE_COLUMNS, RULE_SET_COLUMNS, type RuleSetRow, type SetRule } from './rule-set.row';

export interface Publication {
  readonly validFrom: LocalDate;
  readonly sha256: string;
  readonly at: Date;
  readonly by: { readonly staffNo: string; readonly name: string };
}

/** What a decision is about (RULES-4). */
export interface Proposal {
  readonly documentId: string;
  readonly validFrom: LocalDate;
  readonly text: string;
  readonly sha256: string;
}

export interface ProposedSetRow extends RuleSetRow {
  readonly proposed: Omit<Proposal, 'documentId'>;
}

export interface NewDraft {
  readonly basedOn: number | null;
  readonly note: string | null;
  readonly by: { readonly staffNo: string; readonly name: string };
  readonly at: Date;
}

/**
 * Versions of the delegation table: only drafts change, what was published stays (RULE-104). Read as the office, since whether a
 * draft is under decision does not depend on who may read the decision.
 */
@Injectable()
export class RuleSetRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Newest first: drafts, then versions. */
  all(): Promise<RuleSetRow[]> {
    return this.uow.rows<RuleSetRow>(
      asOffice(
        sql`select ${RULE_SET_COLUMNS} from approvals.delegation_rule_set s order by s.version desc nulls first, s.id desc`,
      ),
    );
  }

  async find(id: number): Promise<RuleSetRow | null> {
    if (!mayBeId(id)) return null;
    return this.uow.maybe<RuleSetRow>(
      asOffice(sql`select ${RULE_SET_COLUMNS} from approvals.delegation_rule_set s where s.id = ${id}`),
    );
  }

  async lock(id: number): Promise<RuleSetRow | null> {
    if (!mayBeId(id)) return null;
    return this.uow.maybe<RuleSetRow>(
      asOffice(sql`select ${RULE_SET_COLUMNS} from approvals.delegation_rule_set s where s.id = ${id} for update`),
    );
  }

  /** In force on `day`; before the first version, the first. */
  onOrFirst(day: LocalDate): Promise<RuleSetRow | null> {
    return this.uow.maybe<RuleSetRow>(sql`
      select ${RULE_SET_COLUMNS} from approvals.delegation_rule_set s where s.id = coalesce(
        (select id from approvals.delegation_rule_set where state = 'published' and valid_from <= ${day} order by valid_from desc, version desc limit 1),
        (select id from approvals.delegation_rule_set where state = 'published' order by valid_from, version limit 1))`);
  }

  /** Days after `from` up to `until` on which another version comes into force. */
  async changeDays(from: LocalDate, until: LocalDate): Promise<LocalDate[]> {
    const rows = await this.uow.rows<{ day: LocalDate }>(sql`
      select distinct valid_from as day from approvals.delegation_rule_set
      where state = 'published' and valid_from > ${from} and valid_from <= ${until} order by day`);
    return rows.map(({ day }) => day);
  }

  rules(id: number): Promise<SetRule[]> {
    return this.uow.rows<SetRule>(sql`
      select matter_type as "matterType", ${RULE_COLUMNS} from approvals.delegation_rule where set_id = ${id} order by position`);
  }

  async draft({ basedOn, note, by, at }: NewDraft): Promise<number> {
    const { id } = await this.uow.one<{ id: number }>(sql`
      insert into approvals.delegation_rule_set (based_on, note, created_by, created_by_name, created_at)
      values (${basedOn}, ${note}, ${by.staffNo}, ${by.name}, ${at}) returning id`);
    return id;
  }

  /** The whole table of a draft anew. */
  async write(id: number, rules: readonly SetRule[]): Promise<void> {
    const rows = JSON.stringify(rules.map((rule, index) => ({ ...rule, position: index + 1 })));
    await this.uow.change(sql`delete from approvals.delegation_rule where set_id = ${id}`);
    await this.uow.change(sql`
      insert into approvals.delegation_rule (set_id, matter_type, position, priority, condition, min_amount, max_amount,
        decider_rank, decider_post_code, concurrence, reason)
      select ${id}, r."matterType", r.position, r.priority, r."when", r."minAmount", r."maxAmount",
        r."deciderRank", r."deciderPostCode", r.concurrence, r.reason
      from jsonb_to_recordset(${rows}::jsonb) as r("matterType" text, position int, priority int, "when" text, "minAmount" bigint,
        "maxAmount" bigint, "deciderRank" int, "deciderPostCode" text, concurrence jsonb, reason text)`);
  }

  /** @returns whether the draft was still at `revision` */
  async touch(id: number, revision: number, note: string | null): Promise<boolean> {
    const changed = await this.uow.change(sql`
      update approvals.delegation_rule_set set revision = revision + 1, note = ${note}
      where id = ${id} and revision = ${revision} and state = 'draft'`);
    return changed === 1;
  }

  async propose(id: number, { documentId, validFrom, text, sha256 }: Proposal): Promise<void> {
    await this.uow.change(sql`
      update approvals.delegation_rule_set set document_id = ${documentId}, proposed_from = ${validFrom}, proposed_text = ${text},
        proposed_sha256 = ${sha256}, proposal_fault = null, revision = revision + 1
      where id = ${id} and state = 'draft'`);
  }

  /** The tables that these documents propose, locked. */
  async ofDecisions(documentIds: readonly string[]): Promise<ProposedSetRow[]> {
    const rows = await this.uow.rows<
      RuleSetRow & { text: string; proposedSha256: string; proposedFrom: LocalDate }
    >(sql`
      select ${RULE_SET_COLUMNS}, s.proposed_text as text, s.proposed_sha256 as "proposedSha256"
      from approvals.delegation_rule_set s where s.document_id = any(${documentIds}::uuid[]) order by s.id for update`);
    return rows.map(({ text, proposedSha256: sha256, ...row }) => ({
      ...row,
      proposed: { validFrom: row.proposedFrom, text, sha256 },
    }));
  }

  async keepFault(id: number, fault: RuleSetRow['proposalFault']): Promise<void> {
    await this.uow.change(sql`
      update approvals.delegation_rule_set set proposal_fault = ${fault}, revision = revision + 1 where id = ${id}`);
  }

  /** Gives a draft its version number. Publications queue up, so that numbers are given once. */
  async publish(id: number, { validFrom, sha256, at, by }: Publication): Promise<number> {
    await this.uow.rows(sql`select pg_advisory_xact_lock(hashtextextended('approvals.publish-rules', 0))`);
    const { version } = await this.uow.one<{ version: number }>(sql`
      update approvals.delegation_rule_set set state = 'published', valid_from = ${validFrom}, sha256 = ${sha256}, revision = revision + 1,
        published_at = ${at}, published_by = ${by.staffNo}, published_by_name = ${by.name},
        version = (select coalesce(max(version), 0) + 1 from approvals.delegation_rule_set)
      where id = ${id} and state = 'draft' returning version`);
    return version;
  }

  async withdraw(id: number, byName: string, at: Date): Promise<void> {
    await this.uow.change(sql`
      update approvals.delegation_rule_set set state = 'withdrawn', withdrawn_at = ${at}, withdrawn_by_name = ${byName}
      where id = ${id} and state = 'published'`);
  }

  /** Drafts leave nothing behind: nobody was bound by them. */
  async discard(id: number): Promise<void> {
    await this.uow.change(sql`update approvals.delegation_rule_set set based_on = null where based_on = ${id}`);
    await this.uow.change(sql`delete from approvals.delegation_rule where set_id = ${id}`);
    await this.uow.change(sql`delete from approvals.delegation_rule_set where id = ${id} and state = 'draft'`);
  }

  /** Cases under way by each set: what a change leaves alone. Counted as the office: the table is for all matters. */
  async openCases(): Promise<ReadonlyMap<number, number>> {
    const rows = await this.uow.rows<{ id: number; cases: number }>(
      asOffice(sql`
      select c.rule_set_id as id, count(*) as cases from approvals.approval_case c join documents.document d on d.id = c.document_id
      where d.state in ('circulating', 'returned', 'pulled_back') group by c.rule_set_id`),
    );
    return new Map(rows.map(({ id, cases }) => [id, Number(cases)]));
  }
}

const GREATEST_ID = 2_147_483_647;

/** Addresses are typed by people too: a number that the column cannot hold is nobody's. */
const mayBeId = (id: number): boolean => Number.isInteger(id) && id >= 1 && id <= GREATEST_ID;
