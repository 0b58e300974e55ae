import fc from 'fast-check';
import { type StaffNo, localDate, newId } from '@fubako/kernel';
import { type DocumentFacts, mayRead, readableAmongMany, readableDocuments } from '@fubako/documents';
import { type Actor, inDailyWork, readerOf } from '@fubako/platform/authz';
import { Sql, Visits, asOffice, sql } from '@fubako/platform/database';
import { type TestDatabase, goOnAs, testDatabase } from '@fubako/platform/testing';
import { randomActors } from '../../../test/support/actors';
import { CONFIDENTIALITIES, DOCUMENT_STATES } from '../src/core/states';

const PEOPLE = ['1001', '1002', '1003', '1004'];
const SECTIONS = ['S21', 'S31', 'S41'];
/** Some of what belongs to a document: a table that lost its policy is missed. */
const BELONGINGS: readonly Belonging[] = [
  { name: 'approvals.act', own: null },
  { name: 'approvals.approval_case', own: null },
  { name: 'approvals.bulk_outcome', own: 'actor' },
  { name: 'approvals.post_review', own: 'principal' },
  { name: 'approvals.prior_instruction', own: null },
  { name: 'approvals.seat', own: 'principal' },
  { name: 'approvals.seat_succession', own: null },
  { name: 'approvals.staged_decision', own: null },
  { name: 'approvals.step', own: null },
  { name: 'documents.attachment', own: null },
  { name: 'documents.revision', own: null },
];
const COLUMNS = {
  id: sql`d.id`,
  state: sql`d.state`,
  confidentiality: sql`d.confidentiality`,
  confidentialUntil: sql`d.confidential_until`,
  drafter: sql`d.drafter_staff_no`,
  section: sql`d.section_code`,
  left: sql`(d.left_at is not null)`,
};

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.dataSource.query(`
    insert into documents.number_series values ('S', 'draft', null, '{n}', 'fiscal', 1, 1);
    insert into documents.form (name, version, schema, sha256, valid_from) values ('f', 1, '{}', 'x', '2026-04-01');
    insert into documents.matter_type values ('m');
    insert into documents.matter_type_version values ('m', 1, '2026-04-01', 'm', '', 'f', 'c', 'S', 'none', 'none', '{}', 1)`);
});
afterAll(() => database?.drop());

/** Ids that documents of a run take, so that an emergency can name some of them. */
const IDS = Array.from({ length: 12 }, () => newId<string>());

const facts = fc.record({
  state: fc.constantFrom(...DOCUMENT_STATES),
  confidentiality: fc.constantFrom(...CONFIDENTIALITIES),
  // The day before the actors ask, that day, the day after.
  confidentialUntil: fc.constantFrom(null, '2026-05-10', '2026-05-11', '2026-05-12'),
  drafter: fc.constantFrom(...PEOPLE),
  section: fc.constantFrom(...SECTIONS),
  participants: fc.subarray(PEOPLE),
  left: fc.boolean(),
});

const actors = randomActors(PEOPLE, SECTIONS, IDS);

interface Belonging {
  readonly name: string;
  /** The column of whoever the row is about, who sees it whatever becomes of the document. */
  readonly own: string | null;
}

/** Tables whose rows are seen and written with the document that they name, as the catalogue tells; here they may hold nothing but its id. */
async function belongings(): Promise<Belonging[]> {
  const tables: Belonging[] = await database.dataSource.query(
    `select polrelid::regclass::text as name,
       substring(pg_get_expr(polqual, polrelid) from '^\\(\\((\\w+) = \\( SELECT platform\\.reader') as own
     from pg_policy join pg_class c on c.oid = polrelid
     where polcmd = '*' and pg_get_expr(polqual, polrelid) ~ ('d\\.id = ' || c.relname || '\\.document_id') order by 1`,
  );
  for (const { name } of tables)
    await database.dataSource.query(`do $$ declare part text; begin
      for part in select conname from pg_constraint where conrelid = '${name}'::regclass and contype in ('c', 'f', 'p', 'u') loop
        execute format('alter table ${name} drop constraint if exists %I cascade', part);
      end loop;
      for part in select attname from pg_attribute where attrelid = '${name}'::regclass and attnum > 0 and attnotnull and attidentity = '' and attname <> 'document_id' loop
        execute format('alter table ${name} alter %I drop not null', part);
      end loop; end $$`);
  return tables;
}

async function insert(documents: readonly DocumentFacts[]): Promise<void> {
  for (const d of documents) {
    await database.owned.change(
      asOffice(sql`
      insert into documents.document (id, state, matter_type, matter_type_version, form_name, form_version, title, fields, class_code, disclosure_class, confidentiality, confidential_until,
        urgent, escalations, drafter_staff_no, drafter_name, drafter_post_code, drafter_post_title, unit_code, unit_name, section_code, section_name,
        symbol, drafted_at, updated_at, left_at)
      values (${d.id}, ${d.state}, 'm', 1, 'f', 1, '', '{}', 'c', 'open', ${d.confidentiality}, ${d.confidentialUntil}, false, '{}', ${d.drafter}, '', '', '', '', '', ${d.section}, '', '', now(), now(), ${d.left ? new Date() : null})`),
    );
    for (const staffNo of d.participants) {
      await database.owned.change(
        asOffice(
          sql`insert into documents.participant (document_id, staff_no, since) values (${d.id}, ${staffNo}, now())`,
        ),
      );
    }
  }
}

describe('who may read', () => {
  it('DOC-5 list and row policy show exactly what the rule allows, for random people, documents and emergencies; an emergency changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(facts, { minLength: 1, maxLength: 12 }),
        fc.array(actors, { minLength: 1, maxLength: 5 }),
        async (rows, people) => {
          const documents = rows.map((row, n) => ({ ...row, id: IDS[n] as string }));
          const undo = new Error('undo');
          const asReaders = (work: () => Promise<void>) => Visits.begin(() => database.owned.run(work));
          await asReaders(async () => {
            await insert(documents);
            for (const actor of people) {
              const listed = await database.owned.rows<{ id: string }>(
                asOffice(sql`select d.id from documents.document d where ${readableDocuments(actor, COLUMNS)}`),
              );
              const allowed = documents
                .filter((document) => mayRead(actor, document))
                .map(({ id }) => id)
                .sort();
              const changeable = documents.filter((document) => mayRead(inDailyWork(actor), document));
              expect(listed.map(({ id }) => id).sort()).toEqual(allowed);
              const amongMany = await database.owned.rows<{ id: string }>(
                asOffice(sql`select d.id from documents.document d where ${readableAmongMany(actor, COLUMNS)}`),
              );
              expect(amongMany.map(({ id }) => id).sort()).toEqual(allowed);
              await goOnAs(database.owned, readerOf(actor));
              const seen = await database.owned.rows<{ id: string }>(sql`select id from documents.document`);
              expect(seen.map(({ id }) => id).sort()).toEqual(allowed);
              expect(await database.owned.change(sql`update documents.document set title = 'x'`)).toBe(
                changeable.length,
              );
            }
            throw undo;
          }).catch((error: unknown) => {
            if (error !== undo) throw error;
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('DOC-5 what belongs to a document is seen and changed by whoever sees it, and what is one’s own by oneself', async () => {
    const tables = await belongings();
    expect(tables).toEqual(expect.arrayContaining(BELONGINGS.map((one) => expect.objectContaining(one))));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(facts, fc.constantFrom(...PEOPLE)), { minLength: 1, maxLength: 6 }),
        fc.array(actors, { minLength: 1, maxLength: 3 }),
        async (rows, people) => {
          const documents = rows.map(([row, owner], n) => ({ ...row, owner, id: IDS[n] as string }));
          const undo = new Error('undo');
          const asReaders = (work: () => Promise<void>) => Visits.begin(() => database.owned.run(work));
          await asReaders(async () => {
            await database.owned.rows(asOffice(sql`set local session_replication_role = replica`));
            await insert(documents);
            for (const { name, own } of tables)
              for (const { id, owner } of documents)
                await database.owned.change(
                  asOffice(
                    new Sql(
                      own
                        ? `insert into ${name} (document_id, ${own}) values ($1, $2)`
                        : `insert into ${name} (document_id) values ($1)`,
                      own ? [id, owner] : [id],
                    ),
                  ),
                );
            for (const actor of people) {
              await goOnAs(database.owned, readerOf(actor));
              for (const { name, own } of tables) {
                const idsOf = (reader: Actor) =>
                  documents
                    .filter((one) => mayRead(reader, one) || (own && one.owner === reader.staffNo))
                    .map(({ id }) => id)
                    .sort();
                const seen = await database.owned.rows<{ id: string }>(
                  new Sql(`select document_id as id from ${name}`, []),
                );
                expect([name, seen.map(({ id }) => id).sort()]).toEqual([name, idsOf(actor)]);
                // The policies for all commands are those for looking: what an emergency opens is shut in units that write.
                await goOnAs(database.owned, readerOf(inDailyWork(actor)));
                const changed = await database.owned.change(
                  new Sql(`update ${name} set document_id = document_id`, []),
                );
                expect([name, changed]).toEqual([name, idsOf(inDailyWork(actor)).length]);
                await goOnAs(database.owned, readerOf(actor));
              }
            }
            throw undo;
          }).catch((error: unknown) => {
            if (error !== undo) throw error;
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('DOC-5 an administrator of the system reads nothing by being that', () => {
    const admin: Actor = {
      staffNo: '1' as StaffNo,
      name: '',
      on: localDate('2026-05-11'),
      posts: [],
      units: [],
      roles: [
        { role: 'system_admin', unitCode: null },
        { role: 'org_admin', unitCode: null },
      ],
    };
    expect(
      mayRead(admin, {
        id: '',
        state: 'decided',
        confidentiality: 'none',
        confidentialUntil: null,
        drafter: '2',
        section: 'S31',
        participants: [],
        left: false,
      }),
    ).toBe(false);
  });
});
