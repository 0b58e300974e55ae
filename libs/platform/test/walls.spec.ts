import { wallFaults } from '@fubako/platform/database';
import { type TestDatabase, testDatabase } from '@fubako/platform/testing';
import { Client } from 'pg';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

/** Each is a way past the row policies that has been walked somewhere; the lint names it and where it is. */
const PLANTED: readonly (readonly [title: string, sql: string, fault: string, place: string])[] = [
  [
    'row security switched off on one table',
    'alter table documents.revision disable row level security',
    'no-row-security',
    'documents.revision',
  ],
  [
    'row security switched off on the seats of matters',
    'alter table approvals.seat disable row level security',
    'no-row-security',
    'approvals.seat',
  ],
  [
    'row security switched off on files of records',
    'alter table records.record_file disable row level security',
    'no-row-security',
    'records.record_file',
  ],
  [
    'row security switched off on the words of scans',
    'alter table scans.page_text disable row level security',
    'no-row-security',
    'scans.page_text',
  ],
  [
    'a view of files reads as its owner',
    'create view records.titles as select id, title from records.record_file',
    'view-of-its-owner',
    'records.titles',
  ],
  [
    'a new table refers to seats and nobody has said who sees it',
    'create table approvals.note (seat_id uuid references approvals.seat, text text)',
    'reached-by-a-key',
    'approvals.note note_seat_id_fkey',
  ],
  [
    'readers get to what only the worker reads',
    'grant select on approvals.reminder to fubako_api',
    'closed-and-open',
    'approvals.reminder',
  ],
  [
    'readers own a table, and its policies do not hold for them',
    'alter table documents.attachment owner to fubako_api',
    'owned-by-readers',
    'documents.attachment',
  ],
  ['no policy holds for readers', 'alter role fubako_api bypassrls', 'role-too-strong', 'fubako_api'],
  ['the office makes roles', 'alter role fubako_office createrole', 'role-too-strong', 'fubako_office'],
  [
    'the office has what somebody else may do',
    'grant pg_write_all_data to fubako_office',
    'office-in-a-role',
    'pg_write_all_data',
  ],
  [
    'the office may make tables beside those it writes',
    'grant create on schema records to fubako_office',
    'role-may-create',
    'records',
  ],
  [
    'the office empties a table',
    'grant truncate on documents.revision to fubako_office',
    'not-only-rows',
    'documents.revision truncate',
  ],
  [
    'readers are members of a stronger role',
    'create role t_strong nologin; grant t_strong to fubako_api',
    'role-in-a-role',
    't_strong',
  ],
  [
    'a view reads as its owner',
    'create view documents.titles as select id, title from documents.document',
    'view-of-its-owner',
    'documents.titles',
  ],
  [
    'a materialised view keeps a copy',
    'create materialized view documents.kept as select id, title from documents.document',
    'kept-copy',
    'documents.kept',
  ],
  [
    'a function reads as its owner',
    `create function documents.peek(uuid) returns text language sql security definer set search_path = pg_catalog as 'select title from documents.document where id = $1'`,
    'function-of-its-owner',
    'documents.peek(uuid)',
  ],
  [
    'a function of its owner takes what stands first in the path of its caller',
    'alter function documents.refuse_late_addition() reset search_path',
    'path-not-pinned',
    'documents.refuse_late_addition()',
  ],
  [
    'a new table refers to documents and nobody has said who sees it',
    'create table documents.note (document_id uuid references documents.document, text text)',
    'reached-by-a-key',
    'documents.note note_document_id_fkey',
  ],
  [
    'a new table that everybody may look at is written by everybody',
    `create table documents.note (document_id uuid references documents.document, text text);
     insert into platform.walled values ('documents.note', 'open', 'x'); select platform.open_to_readers()`,
    'written-by-everybody',
    'documents.note',
  ],
  [
    'everybody may make themselves readers of a document',
    'alter table documents.participant disable row level security',
    'written-by-everybody',
    'documents.participant',
  ],
  [
    'a policy lets everybody write what everybody may look at',
    'create policy wide on documents.participant for insert with check (true)',
    'written-by-everybody',
    'documents.participant wide',
  ],
  [
    'a key deletes what its reader may not see',
    `create table documents.note (document_id uuid references documents.document on delete cascade);
     insert into platform.walled values ('documents.note', 'open', 'x')`,
    'key-that-acts',
    'documents.note note_document_id_fkey',
  ],
  [
    'a unique rule tells that a title is taken',
    'create unique index one_title on documents.document (title)',
    'told-by-a-unique-rule',
    'documents.one_title',
  ],
  [
    'a policy lets everybody in beside those it should',
    'create policy wide on documents.revision using (true)',
    'policy-for-everybody',
    'documents.revision wide',
  ],
  [
    'a policy reads a setting that is empty after a commit',
    `create policy bare on documents.revision using (document_id = current_setting('fubako.reader', true)::uuid)`,
    'policy-reads-a-bare-setting',
    'documents.revision bare',
  ],
  [
    'the reader is read from a setting that is empty after a commit',
    `create or replace function platform.reader_day() returns date language sql stable as $$ select current_setting('fubako.day', true)::date $$`,
    'setting-read-bare',
    'platform.reader_day()',
  ],
  [
    'readers may empty a table, for which no policy is asked',
    'grant truncate on documents.revision to fubako_api',
    'not-only-rows',
    'documents.revision truncate',
  ],
  [
    'readers get to the index behind its views',
    'grant select (folded) on search.search_document to fubako_api',
    'closed-and-open',
    'search.search_document',
  ],
  [
    'a part of the index is read beside the whole',
    `select search.ensure_years('{2026}'); grant select on search.search_document_2026 to fubako_api`,
    'part-without-wall',
    'search.search_document_2026',
  ],
  [
    'a statement of a reader may say that it is another',
    'grant execute on function pg_catalog.set_config(text, text, boolean) to fubako_api',
    'readers-may-set',
    'set_config',
  ],
  [
    'readers may make functions and views',
    'grant create on schema documents to fubako_api',
    'role-may-create',
    'documents',
  ],
  [
    'a table is open to every role',
    'grant select on documents.document to public',
    'open-to-others',
    'documents.document',
  ],
  [
    'a function that looks at every value calls itself leakproof',
    `create function documents.show(text) returns boolean language sql leakproof as 'select true'`,
    'called-leakproof',
    'documents.show(text)',
  ],
];

describe('the lint of the row policies (ADR 0037)', () => {
  it('finds nothing in what the migrations make', async () => {
    expect(await wallFaults(client)).toEqual([]);
  });

  it.each(PLANTED)('catches: %s', async (_, statements, fault, place) => {
    await client.query('begin');
    try {
      await client.query(statements);
      expect(await wallFaults(client)).toContainEqual({ fault, place });
    } finally {
      await client.query('rollback');
    }
  });
});
