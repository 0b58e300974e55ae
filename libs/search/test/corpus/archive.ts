import { readableAmongMany } from '@fubako/documents';
import { ReadLog } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import { type TestDatabase, testDatabase } from '@fubako/platform/testing';
import type { FileName } from '@fubako/records';
import { ArchiveHits } from '../../src/app/archive-hits';
import { CountArchive } from '../../src/app/count-archive';
import { FileNames } from '../../src/app/file-names';
import { IndexMake } from '../../src/app/index-make';
import { RenewIndex } from '../../src/app/renew-index';
import { RenewalRows } from '../../src/data/renewal-rows';
import { IndexDocument } from '../../src/app/index-document';
import { NameConditions } from '../../src/app/name-conditions';
import { NoteHits } from '../../src/app/note-hits';
import { Reindex } from '../../src/app/reindex';
import { SearchArchive } from '../../src/app/search-archive';
import { SearchQuestion } from '../../src/app/search-question';
import { IndexChanges } from '../../src/app/index-changes';
import { SearchSubject, type SubjectContent } from '../../src/app/search-subject';
import { SearchSubjects } from '../../src/app/search-subjects';
import { SectionNames } from '../../src/app/section-names';
import { Snippets } from '../../src/app/snippets';
import type { SearchableDocument } from '../../src/core/searchable-document';
import type { SearchPlan } from '../../src/core/plan';
import { ArchiveRows } from '../../src/data/archive-rows';
import { DisposedRows } from '../../src/data/disposed-rows';
import type { EntryColumns } from '../../src/data/hits.sql';
import { IndexRows } from '../../src/data/index-rows';
import { SubscriptionRows } from '../../src/data/subscription-rows';
import { WrittenRows } from '../../src/data/written-rows';
import { FILES, type TownDocument, UNIT_NAMES } from './town';
import { mayRead } from './truth';

/** Documents in a table of the test, read inside the running unit like the real ones. */
export class TableSource extends SearchSubject {
  readonly kind = 'document';

  constructor(private readonly uow: UnitOfWork) {
    super();
  }

  async of(documentIds: readonly string[]): Promise<SearchableDocument[]> {
    const rows = await this.uow.rows<{ document: SearchableDocument }>(sql`
      select document || coalesce((select jsonb_object_agg(field, value) from town_change c where c.id = town.id), '{}') as document
      from town where id = any(${documentIds}::uuid[])`);
    return rows.map(({ document }) => document);
  }

  async idsAfter(after: string | null, limit: number): Promise<string[]> {
    const rows = await this.uow.rows<{ id: string }>(
      sql`select id from town where ${after}::uuid is null or id > ${after}::uuid order by id limit ${limit}`,
    );
    return rows.map(({ id }) => id);
  }

  readable(reader: Actor, entry: EntryColumns): Sql {
    return readableAmongMany(reader, entry);
  }

  async content(id: string, reader: Actor): Promise<SubjectContent | null> {
    const [document] = (await this.of([id])) as TownDocument[];
    if (!document || !mayRead(document, reader)) return null;
    const { title, number, texts } = document;
    return { title, number, texts: texts.map(({ source, text }) => ({ label: source, text })), attachments: [] };
  }

  async carriersOf(sha256: string): Promise<string[]> {
    const rows = await this.uow.rows<{ id: string }>(
      sql`select id from town where document->>'sha256' = ${sha256} order by id`,
    );
    return rows.map(({ id }) => id);
  }
}

/** Sections of the test town. */
class TownSections extends SectionNames {
  async all(): Promise<readonly { code: string; name: string }[]> {
    return UNIT_NAMES;
  }
}

/** Files of the test town. */
class TownFiles extends FileNames {
  protected async names(): Promise<readonly FileName[]> {
    return FILES;
  }

  protected async bearing(names: readonly FileName[]): Promise<string[]> {
    const isMeant = (file: FileName) =>
      names.some(({ title, classCode }) => title === file.title && classCode === file.classCode);
    return FILES.filter(isMeant).map(({ id }) => id);
  }

  async titlesOf(ids: readonly string[]): Promise<Map<string, string>> {
    return new Map(FILES.filter(({ id }) => ids.includes(id)).map(({ id, title }) => [id, title]));
  }
}

/** Lets every second statement read row by row, so that both ways are proven. */
export class AlternatingRows extends ArchiveRows {
  private turn = 0;

  constructor(private readonly unit: UnitOfWork) {
    super(unit);
  }

  override async prepare(plan: SearchPlan): Promise<void> {
    await super.prepare(plan);
    this.turn++;
    await this.unit.rows(sql`select set_config('enable_seqscan', ${this.turn % 2 === 0 ? 'on' : 'off'}, true)`);
  }
}

/** The search on a database of its own. */
export interface Archive {
  readonly database: TestDatabase;
  readonly uow: UnitOfWork;
  readonly source: SearchSubjects;
  readonly changes: IndexChanges;
  readonly rows: ArchiveRows;
  readonly index: IndexDocument;
  readonly reindex: Reindex;
  readonly renewal: RenewIndex;
  readonly search: SearchArchive;
  readonly counting: CountArchive;
  readonly hits: ArchiveHits;
  readonly noting: NoteHits;
  readonly questions: SearchQuestion;
  /** As a process that has just started asks. */
  questionsAnew(): SearchQuestion;
  /** Writes documents, without telling the index. */
  put(documents: readonly (SearchableDocument | TownDocument)[]): Promise<void>;
  /** Replaces everything by these documents, indexed. */
  fill(documents: readonly TownDocument[]): Promise<void>;
  /** Says where documents of the test are filed; replaces what was said before. */
  file(facts: readonly FiledFacts[]): Promise<void>;
}

/** What filing says of a document; no retention: it is not filed. */
export interface FiledFacts {
  readonly documentId: string;
  readonly unitThen: string;
  readonly filingClass: string;
  readonly disclosureClass: string;
  readonly retention: string | null;
  readonly expiresOn: string | null;
  readonly medium: string;
  /** 廃棄保留: its own, its file's, one that is released, one that has ended. */
  readonly hold: 'document' | 'file' | 'released' | 'ended' | null;
}

export async function openArchive(): Promise<Archive> {
  const database = await testDatabase();
  // As the owner: the towns of these tests are put together past the guards of other libs.
  const uow = database.owned;
  const [source, rows, writer] = [
    new SearchSubjects(new TableSource(uow)),
    new AlternatingRows(uow),
    new IndexRows(uow),
  ];
  const [sections, files, hits] = [new TownSections(), new TownFiles(), new ArchiveHits(rows, new WrittenRows(uow))];
  const questions = new SearchQuestion(sections, files, new IndexMake(new RenewalRows(uow)), source);
  const names = new NameConditions(questions, hits, sections, files, rows);
  const index = new IndexDocument(uow, source, writer, new DisposedRows(uow));
  const reindex = new Reindex(uow, source, writer, index);
  await database.dataSource.query('create table town (id uuid primary key, document jsonb not null)');
  await database.dataSource.query(
    'create table town_change (id uuid, field text, value text not null, primary key (id, field))',
  );
  const put = (documents: readonly SearchableDocument[]) =>
    uow.run(async () => {
      await uow.change(sql`
        insert into town select (d->>'documentId')::uuid, d from jsonb_array_elements(${JSON.stringify(documents)}::jsonb) d
        on conflict (id) do update set document = excluded.document`);
    });
  const noting = new NoteHits(rows, source, ReadLog.on(uow));
  return {
    database,
    uow,
    noting,
    source,
    changes: new IndexChanges(uow, index, new SubscriptionRows(uow)),
    rows,
    index,
    put,
    reindex,
    renewal: new RenewIndex(uow, reindex, new RenewalRows(uow)),
    questionsAnew: () => new SearchQuestion(sections, files, new IndexMake(new RenewalRows(uow)), source),
    file: (facts) => uow.run(() => fileAway(uow, facts)),
    hits,
    questions,
    search: new SearchArchive(uow, questions, hits, new Snippets(rows), names, noting),
    counting: new CountArchive(uow, questions, hits),
    fill: (documents) =>
      uow.run(async () => {
        await uow.rows(sql`truncate town, town_change, search.search_document, search.indexed_document`);
        await put(documents);
        await admit(uow, documents);
        await index.run(documents.map(({ documentId }) => documentId));
      }),
  };
}

/** Participants, and where documents are filed, without the documents they belong to: the rows of another lib are not this test's business. */
async function admit(uow: UnitOfWork, documents: readonly TownDocument[]): Promise<void> {
  const pairs = documents.flatMap(({ documentId, participants }) =>
    participants.map((staffNo) => ({ documentId, staffNo })),
  );
  await uow.rows(sql`set local session_replication_role = replica`);
  await uow.rows(sql`delete from documents.participant`);
  await uow.change(sql`
    insert into documents.participant (document_id, staff_no, since)
    select *, now() from unnest(${pairs.map((pair) => pair.documentId)}::uuid[], ${pairs.map((pair) => pair.staffNo)}::text[])`);
  await uow.rows(sql`delete from records.record`);
  const filed = documents.flatMap(({ documentId, fileId }) => (fileId ? [{ documentId, fileId }] : []));
  await uow.change(sql`
    insert into records.record (document_id, file_id, filed_at, filed_by, retention_class, basis, decided_on, closed_on, provisional,
      starts_on, expires_on, explanation, medium)
    select d, f, now(), 's', 'R05', 'closed', '2020-04-01', '2020-04-01', false, '2020-04-01', null, '[]', 'electronic'
    from unnest(${filed.map((one) => one.documentId)}::uuid[], ${filed.map((one) => one.fileId)}::uuid[]) as x(d, f)`);
  await uow.rows(sql`set local session_replication_role = origin`);
}

/** Rows of documents and records without what they belong to: the ways in which they come about are not this test's business. */
async function fileAway(uow: UnitOfWork, facts: readonly FiledFacts[]): Promise<void> {
  await uow.rows(sql`set local session_replication_role = replica`);
  await uow.rows(sql`delete from records.record`);
  await uow.rows(sql`delete from documents.document_past`);
  await uow.rows(sql`delete from documents.document`);
  await uow.rows(sql`delete from records.hold_target`);
  await uow.rows(sql`delete from records.hold`);
  await uow.change(sql`
    insert into documents.document (id, matter_type, form_name, form_version, title, fields, class_code, disclosure_class, confidentiality,
      urgent, escalations, drafter_staff_no, drafter_name, drafter_post_code, drafter_post_title, unit_code, unit_name, section_code,
      section_name, symbol, drafted_at, updated_at, matter_type_version)
    select f."documentId", 'm', 'f', 1, 't', '{}', f."filingClass", f."disclosureClass", 'none', false, '{}', 's', 'n', 'p', 't',
      f."unitThen", f."unitThen" || '係', 's', 's', 's', now(), now(), 1
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as f("documentId" uuid, "unitThen" text, "filingClass" text, "disclosureClass" text)`);
  await uow.change(sql`
    insert into records.record (document_id, file_id, filed_at, filed_by, retention_class, basis, decided_on, closed_on, provisional,
      starts_on, expires_on, explanation, medium)
    select f."documentId", f."documentId", now(), 's', f.retention, 'closed', '2020-04-01', '2020-04-01', false, '2020-04-01', f."expiresOn", '[]', f.medium
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as f("documentId" uuid, retention text, "expiresOn" date, medium text) where f.retention is not null`);
  await uow.change(sql`
    insert into records.hold (id, ground, reason, triggered_on, ends_on, placed_at, placed_by, placed_by_name, released_at, released_by, release_reason)
    select f."documentId", 'audit', '監査', '2020-01-01', case f.hold when 'ended' then date '2020-02-01' end, now(), 's', 's',
      case f.hold when 'released' then now() end, case f.hold when 'released' then 's' end, case f.hold when 'released' then '終了' end
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as f("documentId" uuid, hold text) where f.hold is not null`);
  await uow.change(sql`
    insert into records.hold_target (hold_id, file_id, document_id)
    select f."documentId", case f.hold when 'file' then f."documentId" end, case when f.hold <> 'file' then f."documentId" end
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as f("documentId" uuid, hold text) where f.hold is not null`);
  await uow.rows(sql`set local session_replication_role = origin`);
}
