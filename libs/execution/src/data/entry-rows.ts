import { Injectable } from '@nestjs/common';
import { type Sql, UnitOfWork, joinSql, sql } from '@fubako/platform/database';
import type { Entry, StepKind } from '../core/entries';

export interface NewEntry {
  readonly id: string;
  readonly documentId: string;
  readonly no: number;
  readonly kind: Entry['kind'];
  readonly particulars: object;
  readonly occurredOn: string;
  readonly reason: string | null;
  readonly undoes: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly postTitle: string;
}

export type FiledEntry = Entry & { readonly documentId: string };

/** A line of a register (公印台帳, 発送簿); `undone` when a later entry took it back. */
export type RegisterRow = FiledEntry & { readonly undone: boolean };

/** What of a register is wanted. */
export interface RegisterFilter {
  readonly kind: StepKind;
  readonly from?: string;
  readonly until?: string;
  readonly seal?: string;
  readonly channel?: string;
  /** Sections of the documents; null: all. */
  readonly sections: readonly string[] | null;
}

const COLUMNS = sql`e.id, e.document_id as "documentId", e.no, e.kind, e.particulars, e.occurred_on as "occurredOn", e.reason, e.undoes,
  e.recorded_at as "recordedAt", e.recorded_by as "recordedBy", e.recorded_by_name as "recordedByName", e.post_title as "postTitle"`;

/** 施行の記録 */
@Injectable()
export class EntryRows {
  constructor(private readonly uow: UnitOfWork) {}

  of(documentIds: readonly string[]): Promise<FiledEntry[]> {
    return this.uow.rows<FiledEntry>(
      sql`select ${COLUMNS} from execution.entry e where e.document_id = any(${documentIds}::uuid[]) order by e.document_id, e.no`,
    );
  }

  async insert(entry: NewEntry): Promise<void> {
    await this.uow.change(sql`
      insert into execution.entry (id, document_id, no, kind, particulars, occurred_on, reason, undoes, recorded_at, recorded_by, recorded_by_name, post_title)
      values (${entry.id}, ${entry.documentId}, ${entry.no}, ${entry.kind}, ${JSON.stringify(entry.particulars)}, ${entry.occurredOn},
        ${entry.reason}, ${entry.undoes}, ${entry.recordedAt}, ${entry.recordedBy}, ${entry.recordedByName}, ${entry.postTitle})`);
  }

  async freeze(entryId: string, canonical: Buffer, digest: Buffer): Promise<void> {
    await this.uow.change(
      sql`insert into execution.clean_copy (entry_id, canonical, digest) values (${entryId}, ${canonical}, ${digest})`,
    );
  }

  /** Null when it went with a disposal. */
  async frozen(entryId: string): Promise<Buffer | null> {
    const row = await this.uow.one<{ canonical: Buffer | null }>(
      sql`select canonical from execution.clean_copy where entry_id = ${entryId}`,
    );
    return row.canonical;
  }

  /** Takes the bytes of clean copies away; the entries stay, which are the registers (RULE-85). */
  async erase(documentIds: readonly string[]): Promise<void> {
    await this.uow.change(sql`
      update execution.clean_copy c set canonical = null
      from execution.entry e where e.id = c.entry_id and e.document_id = any(${documentIds}::uuid[])`);
  }

  /** One kind of entries, latest day first. */
  register(filter: RegisterFilter, after: readonly [string, string] | null, limit: number): Promise<RegisterRow[]> {
    return this.uow.rows<RegisterRow>(sql`
      select ${COLUMNS}, exists (select from execution.entry u where u.undoes = e.id) as undone
      from execution.entry e
      where e.kind = ${filter.kind} and ${joinSql(conditionsOf(filter), ' and ', sql`true`)}
        and (${after?.[0] ?? null}::date is null or (e.occurred_on, e.id) < (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::uuid))
      order by e.occurred_on desc, e.id desc limit ${limit}`);
  }
}

function conditionsOf({ from, until, seal, channel, sections }: RegisterFilter): Sql[] {
  return [
    ...(from ? [sql`e.occurred_on >= ${from}::date`] : []),
    ...(until ? [sql`e.occurred_on <= ${until}::date`] : []),
    ...(seal ? [sql`strpos(e.particulars->>'seal', ${seal}) > 0`] : []),
    ...(channel ? [sql`e.particulars->>'channel' = ${channel}`] : []),
    ...(sections === null
      ? []
      : [
          sql`exists (select from documents.document d where d.id = e.document_id and d.section_code = any(${sections}))`,
        ]),
  ];
}
