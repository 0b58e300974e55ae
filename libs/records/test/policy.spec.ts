import fc from 'fast-check';
import { subject } from '@casl/ability';
import { type UnitCode, newId } from '@fubako/kernel';
import { type Actor, type Role, hasRole, inDailyWork, readerOf } from '@fubako/platform/authz';
import { Visits, asOffice, sql } from '@fubako/platform/database';
import { type TestDatabase, goOnAs, testDatabase } from '@fubako/platform/testing';
import { randomActors } from '../../../test/support/actors';
import { readableFiles, recordFileAbility } from '../src/app/record-file-policy';

const PEOPLE = ['1001', '1002', '1003', '1004'];
const SECTIONS = ['S21', 'S31', 'S41'];
const IDS = Array.from({ length: 6 }, () => newId<string>());

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  // Rows of files, documents and records without what they belong to: how they come about is not this test's business.
  await database.dataSource.query(`do $$ declare part record; begin
    for part in select conrelid::regclass as place, conname from pg_constraint where contype in ('c', 'f')
        and conrelid in ('records.record_file'::regclass, 'records.record'::regclass, 'records.loan'::regclass, 'documents.document'::regclass) loop
      execute format('alter table %s drop constraint %I', part.place, part.conname);
    end loop;
    for part in select attrelid::regclass as place, attname from pg_attribute where attnum > 0 and attnotnull
        and attrelid in ('records.record_file'::regclass, 'records.record'::regclass, 'records.loan'::regclass, 'documents.document'::regclass)
        and not exists (select from pg_index i where i.indrelid = attrelid and i.indisprimary and attnum = any(i.indkey)) loop
      execute format('alter table %s alter %I drop not null', part.place, part.attname);
    end loop; end $$`);
});
afterAll(() => database?.drop());

const files = fc.record({
  section: fc.constantFrom(...SECTIONS),
  /** Of the one document in it. */
  drafter: fc.constantFrom(null, ...PEOPLE),
  borrower: fc.constantFrom(null, ...PEOPLE),
});
type FileFacts = {
  readonly id: string;
  readonly section: string;
  readonly drafter: string | null;
  readonly borrower: string | null;
};

async function insert(rows: readonly FileFacts[]): Promise<void> {
  await database.owned.rows(asOffice(sql`set local session_replication_role = replica`));
  for (const [n, { id, section, drafter, borrower }] of rows.entries()) {
    await database.owned.change(
      asOffice(sql`
      insert into records.record_file (id, class_code, section_code, fiscal_year, volume, title) values (${id}, 'c', ${section}, 2026, ${n}, 't')`),
    );
    await database.owned.change(
      asOffice(sql`insert into records.paper_record (id, file_id, title, documented_on, pages, location, disposition, registered_at, registered_by, registered_by_name)
      values (${newId()}, ${id}, 't', '2026-05-11', 1, 'x', false, now(), 'x', 'x')`),
    );
    if (borrower)
      await database.owned.change(
        asOffice(sql`insert into records.loan (id, file_id, requested_by) values (${newId()}, ${id}, ${borrower})`),
      );
    if (!drafter) continue;
    const document = newId<string>();
    await database.owned.change(
      asOffice(sql`
      insert into documents.document (id, state, confidentiality, drafter_staff_no, section_code) values (${document}, 'decided', 'secret', ${drafter}, 'S99')`),
    );
    await database.owned.change(
      asOffice(sql`insert into records.record (document_id, file_id) values (${document}, ${id})`),
    );
  }
}

const CLERKS = ['records_clerk', 'deputy_records_clerk'] as const;
const holds = (actor: Actor, roles: readonly Role[], { section }: FileFacts) =>
  roles.some((role) => hasRole(actor, role, section as UnitCode));
/** The section and who keeps the archive; auditors look over it and change nothing. */
const mayChange = (actor: Actor, file: FileFacts) =>
  actor.units.some((unit) => unit === file.section) || holds(actor, ['records_officer', 'archivist', ...CLERKS], file);
/** Whoever keeps files sees them without standing in the list of those who look over the archive. */
const maySee = (actor: Actor, file: FileFacts) =>
  recordFileAbility(actor).can('read', subject('RecordFile', { section: file.section })) ||
  holds(actor, CLERKS, file) ||
  [file.drafter, file.borrower].includes(actor.staffNo);
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();

describe('who sees a file', () => {
  it('LIST-2 the list shows what the rule allows, and the row policies no more than that, what is kept, borrowed, or holds a document of one’s own', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(files, { minLength: 1, maxLength: IDS.length }),
        fc.array(randomActors(PEOPLE, SECTIONS, []), { minLength: 1, maxLength: 4 }),
        async (rows, people) => {
          const all = rows.map((row, n) => ({ ...row, id: IDS[n] as string }));
          const undo = new Error('undo');
          const asReaders = (work: () => Promise<void>) => Visits.begin(() => database.owned.run(work));
          await asReaders(async () => {
            await insert(all);
            for (const actor of people.map(inDailyWork)) {
              const listed = await database.owned.rows<{ id: string }>(
                asOffice(
                  sql`select f.id from records.record_file f where ${readableFiles(actor, sql`f.section_code`)}`,
                ),
              );
              const ability = recordFileAbility(actor);
              expect(idsOf(listed)).toEqual(
                idsOf(all.filter(({ section }) => ability.can('read', subject('RecordFile', { section })))),
              );
              await goOnAs(database.owned, readerOf(actor));
              const seen = idsOf(all.filter((file) => maySee(actor, file)));
              expect(idsOf(await database.owned.rows(sql`select id from records.record_file`))).toEqual(seen);
              expect(idsOf(await database.owned.rows(sql`select file_id as id from records.paper_record`))).toEqual(
                seen,
              );
              expect(idsOf(await database.owned.rows(sql`select file_id as id from records.loan`))).toEqual(
                idsOf(all.filter((file) => file.borrower && maySee(actor, file))),
              );
              expect(await database.owned.change(sql`update records.record_file set title = 'x'`)).toBe(
                all.filter((file) => mayChange(actor, file)).length,
              );
            }
            throw undo;
          }).catch((error: unknown) => {
            if (error !== undo) throw error;
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});
