import { type Sql, sql } from '@fubako/platform/database';
import { PreviewRule } from '../src/app/rules/preview-rule';
import type { RuleWish } from '../src/app/rules/rule-desk';
import { keepingHands } from './support/keeping-hands';
import { RecordsUnderTest } from './support/records';

const FILES = 3000;
const id = (kind: number, n: Sql) =>
  sql`('00000000-0000-7000-8000-' || lpad((${kind}::int * 1000000 + ${n})::text, 12, '0'))::uuid`;

/** Files of many years, with none to three documents of many days, lengthened, pinned, under a law, without dates or under a hold. */
const MANY = [
  sql`set local session_replication_role = replica`,
  sql`insert into records.record_file (id, class_code, section_code, section_name, fiscal_year, volume, title, retention_class, state,
      disclosure_class, disposition, starts_on, expires_on, extended_to, opened_at, closed_on, event_on, kept_basis, kept_years, kept_label,
      statutory_years, statutory_law)
    select ${id(1, sql`n`)}, case when n % 3 = 0 then '20-01-01' else '20-01-02' end, 'S3' || n % 4, '課' || n % 4, 2000 + n % 27, n, '簿冊' || n,
      case when n % 5 = 0 then 'R10' else 'R05' end, case when n % 97 = 0 then 'disposed' else 'closed' end, 'open', 'destroy',
      d.s, d.e, case when n % 11 = 0 then d.e end, now(), make_date(2001 + n % 27, 3, 31),
      case when n % 19 = 0 then make_date(2010, 1 + n % 12, 1) end,
      case when n % 23 = 0 then 'created' end, case when n % 23 = 0 then 7 end, case when n % 23 = 0 then '7年' end,
      case when n % 29 = 0 then 8 end, case when n % 29 = 0 then '地方自治法' end
    from generate_series(1, ${FILES}::int) n, lateral (select case when n % 31 > 0 then make_date(2001 + n % 27, 4, 1) end as s,
      case when n % 31 > 1 then make_date(2006 + n % 27 + n % 3, 3, 31) end as e) d`,
  sql`insert into records.record (document_id, file_id, filed_at, filed_by, retention_class, basis, decided_on, closed_on, provisional,
      event_on, starts_on, expires_on, keep_until, explanation, state)
    select ${id(2, sql`n * 4 + i`)}, f.id, now(), '1006', f.retention_class, 'closed', d.day, d.day + n % 200, false, f.event_on,
      f.starts_on, case when i = 2 or f.extended_to is not null then f.expires_on - 365 else f.expires_on end, case when n % 7 = 0 then f.expires_on end, '[]',
      case when n % 13 = 0 then 'disposed' else 'held_in_file' end
    from generate_series(1, ${FILES}::int) n join records.record_file f on f.id = ${id(1, sql`n`)}
      cross join generate_series(1, n % 4) i, lateral (select make_date(f.fiscal_year, 4, 1) + n % 365 as day) d
    where f.starts_on is not null and f.expires_on - 365 > f.starts_on`,
  sql`insert into records.disposal_batch (id, fiscal_year, section_code, section_name, no, listed_at) values (${id(3, sql`1`)}, 2026, 'S31', '課1', 1, now())`,
  sql`insert into records.disposal_item (id, batch_id, file_id, expires_on) select ${id(4, sql`n`)}, ${id(3, sql`1`)}, ${id(1, sql`n`)}, '2026-03-31'
    from generate_series(1, ${FILES}::int, 37) n`,
  sql`insert into records.hold (id, ground, reason, triggered_on, ends_on, placed_at, placed_by, placed_by_name,
      released_at, released_by, release_reason)
    select ${id(5, sql`n`)}, 'lawsuit', '訴訟', '2026-08-01', case n when 2 then date '2026-09-01' end, now(), '1012', '千葉',
      case n when 3 then now() end, case n when 3 then '1012' end, case n when 3 then '終結' end
    from generate_series(1, 3) n`,
  sql`insert into records.hold_target (hold_id, file_id)
    select ${id(5, sql`n % 3 + 1`)}, ${id(1, sql`n`)} from generate_series(1, ${FILES}::int, 17) n`,
  sql`insert into records.hold_target (hold_id, document_id)
    select ${id(5, sql`1`)}, document_id from records.record where document_id in (select ${id(2, sql`n * 4 + 1`)} from generate_series(1, ${FILES}::int, 41) n)`,
];

describe('FIL-7 what a changed rule would do is counted at once, and listed page by page', () => {
  let lib: RecordsUnderTest;

  beforeAll(async () => {
    lib = await RecordsUnderTest.start();
    await lib.database.owned.run(async () => {
      for (const statement of MANY) await lib.database.owned.change(statement);
    });
  });
  afterAll(() => lib.stop());

  const { officer } = keepingHands(() => lib);

  it.each<readonly [string, RuleWish]>([
    ['another period', { code: 'R05', label: '4年', years: 4, basis: 'closed' }],
    ['another basis', { code: 'R05', label: '5年', years: 5, basis: 'file_latest' }],
    ['the day of an event', { code: 'R10', label: '10年', years: 10, basis: 'event' }],
    ['less than a year', { code: 'R05', label: '1年未満', years: 0, basis: 'created' }],
    ['no end', { code: 'R05', label: '永年', years: null, basis: 'closed' }],
    ['another retention class of a class', { code: '20-01-02', retentionClass: 'R03' }],
  ])('the counts equal the whole list of %s', async (_, wish) => {
    const preview = lib.get(PreviewRule);
    const { named, bySection, ...counts } = await preview.run(wish, await officer());
    const all = [...named.items];
    for (let cursor = named.nextCursor; cursor !== null;) {
      const page = await preview.files(wish, { cursor, limit: 500 }, await officer());
      all.push(...page.items);
      cursor = page.nextCursor;
    }
    const { documents } = await lib.uow.read(() =>
      lib.uow.one<{ documents: number }>(sql`
        select count(*)::int as documents from records.record
        where state = 'held_in_file' and file_id = any(${all.map(({ fileId }) => fileId)}::uuid[])`),
    );
    const having = (which: (file: (typeof all)[number]) => boolean) => all.filter(which).length;
    expect(new Set(all.map(({ fileId }) => fileId)).size).toBe(all.length);
    expect(counts).toEqual({
      files: all.length,
      documents,
      shorter: having(({ isShorter }) => isShorter),
      held: having(({ stays }) => stays === 'held'),
      inDisposal: having(({ stays }) => stays === 'in-disposal'),
    });
    const sections = [...new Set(all.map(({ sectionName }) => sectionName))].toSorted();
    expect([...bySection]).toEqual(sections.map((name) => [name, having(({ sectionName }) => sectionName === name)]));
    expect(Math.min(counts.files, counts.documents, counts.held, counts.inDisposal)).toBeGreaterThan(10);
  });
});
