import fc from 'fast-check';
import { CONFIDENTIALITIES } from '@fubako/documents';
import { type PostCode, type StaffNo, type UnitCode, localDate, newId } from '@fubako/kernel';
import { type Actor, ROLES, inDailyWork, readerOf } from '@fubako/platform/authz';
import { type Sql, Visits, asOffice, sql } from '@fubako/platform/database';
import { type TestDatabase, goOnAs, testDatabase } from '@fubako/platform/testing';
import {
  EVERYBODY,
  type ReadableFacts,
  RECEIPT_COLUMNS,
  mayRead,
  readableAmongMany,
  readableReceipts,
} from '../src/app/policy';

const PEOPLE = ['1001', '1002', '1003', '1004'];
const SECTIONS = ['S21', 'S31', 'S41'];

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());

/** Ids that receipts of a run take, so that an emergency can name some of them. */
const IDS = Array.from({ length: 10 }, () => newId<string>());

const facts: fc.Arbitrary<Omit<ReadableFacts, 'id'>> = fc
  .record({
    confidentiality: fc.constantFrom(...CONFIDENTIALITIES),
    confidentialUntil: fc.constantFrom(null, '2026-05-10', '2026-05-11', '2026-05-12'),
    section: fc.constantFrom(...SECTIONS),
    former: fc.subarray(SECTIONS),
    participants: fc.subarray(PEOPLE),
    audience: fc.subarray([EVERYBODY, ...SECTIONS]),
  })
  .map(({ former, ...rest }) => ({ ...rest, sections: [...new Set([rest.section, ...former])] }));

const actors: fc.Arbitrary<Actor> = fc
  .record({
    staffNo: fc.constantFrom(...PEOPLE),
    seated: fc.boolean(),
    units: fc.subarray(SECTIONS),
    roles: fc.array(fc.record({ role: fc.constantFrom(...ROLES), unitCode: fc.constantFrom(null, ...SECTIONS) }), {
      maxLength: 3,
    }),
    emergency: fc.option(
      fc.record({ matters: fc.subarray(IDS), units: fc.subarray(SECTIONS as UnitCode[]), reason: fc.constant('災害') }),
    ),
  })
  .map(({ staffNo, seated, units, roles, emergency }) => ({
    ...(emergency && { emergency }),
    staffNo: staffNo as StaffNo,
    name: staffNo,
    on: localDate('2026-05-11'),
    posts: seated
      ? [
          {
            code: 'P' as PostCode,
            title: '主事',
            rank: 20,
            unitCode: 'U' as UnitCode,
            unitName: 'U',
            kind: 'main' as const,
          },
        ]
      : [],
    units: (seated ? units : []) as UnitCode[],
    roles: roles.map(({ role, unitCode }) => ({ role, unitCode: unitCode as UnitCode | null })),
  }));

async function insert({ id, ...r }: ReadableFacts): Promise<void> {
  const change = (statement: Sql) => database.uow.change(asOffice(statement));
  await change(sql`
    insert into intake.receipt (id, kind, subject, channel, sender, confidentiality, confidential_until, arrival_at, arrival_is_exact, section_code,
      section_name, section_symbol, registered_at, registered_by, registered_by_name, updated_at)
    values (${id}, 'general', '', 'post', '', ${r.confidentiality}, ${r.confidentialUntil}, now(), false, ${r.section}, '', '', now(), '', '', now())`);
  await change(sql`insert into intake.held select ${id}, s, now() from unnest(${r.sections}::text[]) s`);
  await change(sql`insert into intake.participant select ${id}, s, now() from unnest(${r.participants}::text[]) s`);
  const circulation = newId<string>();
  await change(sql`
    insert into intake.circulation (id, subject_kind, subject_id, mode, title, section_code, section_name, started_at, started_by,
      started_by_name, started_by_post) values (${circulation}, 'receipt', ${id}, 'broadcast', '', '', '', now(), '', '', '')`);
  await change(sql`insert into intake.audience select ${circulation}, s, '' from unnest(${r.audience}::text[]) s`);
  await change(sql`
    insert into scans.stored_object (sha256, bytes, media_type, chunk_hashes, created_at, verified_at)
    values (sha256(${id}::text::bytea), 1, 'application/pdf', sha256(''), now(), now())`);
  await change(sql`
    insert into intake.attachment (id, receipt_id, sort, file_name, media_type, bytes, sha256, added_at, added_by, added_by_name)
    values (${newId()}, ${id}, 1, 'a.pdf', 'application/pdf', 1, sha256(${id}::text::bytea), now(), '', '')`);
  await change(sql`
    insert into scans.text_state (source_sha256, state, updated_at) values (sha256(${id}::text::bytea), 'ready', now())`);
  await change(sql`
    insert into scans.page_text (source_sha256, page, text, engine) values (sha256(${id}::text::bytea), 1, ${id}, 'tesseract')`);
  await change(sql`
    insert into scans.page_correction (source_sha256, page, version, text, corrected_by, corrected_by_name, corrected_at)
    values (sha256(${id}::text::bytea), 1, 1, ${id}, '', '', now())`);
}

describe('who may read a receipt', () => {
  it('ACC-1 list and row policy show exactly what the rule allows, for random people, receipts and emergencies; an emergency changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(facts, { minLength: 1, maxLength: 10 }),
        fc.array(actors, { minLength: 1, maxLength: 5 }),
        async (rows, people) => {
          const receipts = rows.map((row, n) => ({ ...row, id: IDS[n] as string }));
          const undo = new Error('undo');
          const asReaders = (work: () => Promise<void>) => Visits.begin(() => database.uow.run(work));
          await asReaders(async () => {
            for (const receipt of receipts) await insert(receipt);
            for (const actor of people) {
              const listed = await database.uow.rows<{ id: string }>(
                asOffice(sql`select r.id from intake.receipt r where ${readableReceipts(actor)}`),
              );
              const allowed = receipts
                .filter((receipt) => mayRead(actor, receipt))
                .map(({ id }) => id)
                .sort();
              const changeable = receipts.filter((receipt) => mayRead(inDailyWork(actor), receipt));
              expect(listed.map(({ id }) => id).sort()).toEqual(allowed);
              const amongMany = await database.uow.rows<{ id: string }>(
                asOffice(sql`select r.id from intake.receipt r where ${readableAmongMany(actor, RECEIPT_COLUMNS)}`),
              );
              expect(amongMany.map(({ id }) => id).sort()).toEqual(allowed);
              await goOnAs(database.uow, readerOf(actor));
              const seen = await database.uow.rows<{ id: string }>(sql`select id from intake.receipt`);
              expect(seen.map(({ id }) => id).sort()).toEqual(allowed);
              // The words of a scan go with the receipt that carries it.
              for (const text of [
                sql`select text as id from scans.page_text`,
                sql`select text as id from scans.page_correction`,
              ]) {
                const read = await database.uow.rows<{ id: string }>(text);
                expect(read.map(({ id }) => id).sort()).toEqual(allowed);
              }
              expect(await database.uow.change(sql`update intake.receipt set note = 'x'`)).toBe(changeable.length);
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

  const nobody: Actor = {
    staffNo: '1' as StaffNo,
    name: '',
    on: localDate('2026-05-11'),
    posts: [],
    units: [],
    roles: [],
  };
  const open: ReadableFacts = {
    id: '',
    confidentiality: 'none',
    confidentialUntil: null,
    section: 'S31',
    sections: ['S31'],
    participants: [],
    audience: [],
  };
  const secret: ReadableFacts = { ...open, confidentiality: 'secret' };
  const having = (role: Actor['roles'][number]['role'], unitCode: string | null): Actor => ({
    ...nobody,
    roles: [{ role, unitCode: unitCode as UnitCode | null }],
  });

  it.each([
    ['nobody', nobody, false, false],
    ['a member of the section', { ...nobody, units: ['S31' as UnitCode] }, true, false],
    ['a member of another section', { ...nobody, units: ['S41' as UnitCode] }, false, false],
    ['the clerk of the section', having('records_clerk', 'S31'), true, true],
    ['its deputy', having('deputy_records_clerk', 'S31'), true, true],
    ['the clerk of another section', having('records_clerk', 'S41'), false, false],
    ['the records office', having('records_officer', null), true, false],
    ['an auditor', having('auditor', null), true, false],
    ['an administrator of the system', having('system_admin', null), false, false],
    ['an administrator of the organisation', having('org_admin', null), false, false],
    ['the keeper of the seal', having('seal_keeper', null), false, false],
  ])('ACC-2 %s: open %s, secret %s', (_who, actor, readsOpen, readsSecret) => {
    expect([mayRead(actor as Actor, open), mayRead(actor as Actor, secret)]).toEqual([readsOpen, readsSecret]);
  });

  it('ACC-2 what is secret until a day is read like any other from the next day on', () => {
    const member = { ...nobody, units: ['S31' as UnitCode] };
    const until = (day: string) => mayRead(member, { ...secret, confidentialUntil: day });
    expect(['2026-05-10', '2026-05-11', '2026-05-12'].map(until)).toEqual([true, false, false]);
  });

  it('ACC-2 a reader of a circulation reads what is secret; the audience of a broadcast does not', () => {
    expect(mayRead(nobody, { ...secret, participants: ['1'] })).toBe(true);
    expect(
      mayRead({ ...nobody, units: ['S41' as UnitCode], posts: [{} as never] }, { ...secret, audience: ['S41'] }),
    ).toBe(false);
    expect(
      mayRead({ ...nobody, units: ['S41' as UnitCode], posts: [{} as never] }, { ...open, audience: ['S41'] }),
    ).toBe(true);
  });
});
