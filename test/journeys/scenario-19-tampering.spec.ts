import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SealLedger, TimestampLedger } from '@fubako/ledger';
import { TestTimestampAuthority } from '../support/timestamp-authority';
import { BothVerifiers } from './both-verifiers';
import { Forger, type Way } from './proof-mutations';
import { type Town, approveBy, openTown, submitContract } from './town';

/** `PROOF_RUNS=all` (npm run test:deep): every column in every way; else a sample. */
const deep = process.env['PROOF_RUNS'] === 'all';

let town: Town;
let folder: string;
let verifiers: BothVerifiers;
let authority: TestTimestampAuthority;
let decided: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fubako-proof-'));
  authority = await TestTimestampAuthority.open();
  town = await openTown();
  Object.assign(town.settings.values, { TSA_URL: authority.url, TSA_CERTIFICATES: authority.certificates });
  decided = await submitContract(town);
  await approveBy(town, decided, 'goto', 'fukagawa', 'takarabe', 'eto');
  for (let n = 0; n < (deep ? 40 : 1); n++) await submitContract(town);
  await (await town.worker()).get(SealLedger, { strict: false }).run();
  await (await town.worker()).get(TimestampLedger, { strict: false }).run();
  const leaves = await rows<{ hash: Buffer }>('select hash from ledger.leaf order by position');
  verifiers = new BothVerifiers(
    town,
    folder,
    leaves.map(({ hash }) => hash),
    authority.certificates,
  );
});
afterAll(async () => {
  await town?.close();
  authority?.close();
  rmSync(folder, { recursive: true });
});

const rows = <T>(text: string): Promise<T[]> => town.database.dataSource.query(text);

const bothSay = (): Promise<string[]> => verifiers.say();

describe('S19 tampering', () => {
  it('BIND-1 SEAL-1 what the program did itself holds, for both verifiers', async () => {
    expect(await bothSay()).toEqual([]);
  });

  it('S19 what is lawfully added after the decision raises no alarm', async () => {
    const hara = await town.as('hara');
    expect((await hara.get(`/documents/${decided}`)).body.state).toBe('decided');
    await (await town.worker()).get(SealLedger, { strict: false }).run();
    expect(await bothSay()).toEqual([]);
  });

  it('S19 an UPDATE that passes by the program is a change without an act', async () => {
    await rows(`update documents.document set title = title || '改' where id = '${decided}'`);
    expect(await bothSay()).toEqual([`documents.document ${decided}: unit`]);
    await town.database.dataSource.transaction(async (manager) => {
      await manager.query('set local session_replication_role = replica');
      await manager.query(`update documents.document set title = rtrim(title, '改') where id = '${decided}'`);
      await manager.query('delete from ledger.row_change where id = (select max(id) from ledger.row_change)');
    });
    expect(await bothSay()).toEqual([]);
  });

  describe('with triggers and constraints put aside', () => {
    let forger: Forger;
    beforeAll(async () => {
      await (await town.worker()).get(SealLedger, { strict: false }).run();
      forger = await Forger.over(town.database.dataSource);
    });
    afterEach(() => forger.restore());

    it('S19 one character of a decided body and one name in the acts are named, by both', async () => {
      await forger.behind(
        `update documents.revision set canonical = set_byte(canonical, 20, 65) where document_id = '${decided}' and no = 1`,
      );
      const [act] = await forger.behind(
        `with done as (update approvals.act set actor_name = '別人' where id = (select id from approvals.act where document_id = '${decided}' limit 1) returning id::text as key) select key from done`,
      );
      expect((await bothSay()).sort()).toEqual([
        `approvals.act ${act}: actor_name`,
        `documents.revision ${decided}/1: canonical`,
      ]);
    });

    const sample: readonly (readonly [number, Way])[] = [
      [2, 'flip'],
      [3, 'null'],
      [3, 'swap'],
    ];
    const all = Array.from({ length: 50 }, (_, n) =>
      (['flip', 'null', 'swap'] as const).map((way) => [n, way] as const),
    ).flat();

    it.each(deep ? all : sample)('VERIFY-5 column %i of every row of every table, by %s', async (column, way) => {
      const expected: string[] = [];
      const moved: string[] = [];
      for (const shape of forger.shapes.filter(({ columns }) => column < columns.length)) {
        const name = shape.columns[column] ?? '';
        const keys = await forger.change(shape, { column, way });
        if (!shape.keys.includes(name)) expected.push(...keys.map((key) => `${shape.table} ${key}: ${name}`));
        else if (await forger.isOther(shape)) moved.push(`${shape.table} `);
      }
      const said = await bothSay();
      expect(said).toEqual(expect.arrayContaining(expected));
      // A row under another key is missing under its own.
      for (const table of moved) expect(said.some((line) => line.startsWith(table))).toBe(true);
      const others = said.filter((line) => !expected.includes(line) && !moved.some((table) => line.startsWith(table)));
      expect(others).toEqual([]);
    });

    it.each([
      ['a row is removed', `delete from approvals.act where document_id = '{}'`, /^approvals\.act \S+: line$/],
      [
        'a row is put in',
        `insert into approvals.prior_instruction (id, document_id, text) values ('00000000-0000-0000-0000-000000000001', '{}', 'x')`,
        /^approvals\.prior_instruction 0\S+: line$/,
      ],
      ['an entry is removed', `delete from ledger.entry where subject_id = '{}' and seq = 2`, /entry 3: prev_hash$/],
      [
        'the tail of a chain is cut',
        `with cut as (delete from ledger.entry where subject_id = '{}' and seq = (select max(seq) from ledger.entry where subject_id = '{}') returning 1) update ledger.chain_head h set seq = h.seq - 1, hash = (select hash from ledger.entry e where e.subject_id = h.subject_id and e.seq = h.seq - 1) where subject_id = '{}'`,
        /^ledger\.leaf position \d+: row$/,
      ],
      [
        'two entries change places',
        `update ledger.entry e set seq = 5 - seq where subject_id = '{}' and seq in (2, 3)`,
        /entry [23]: seq$/,
      ],
      [
        'the last leaves are cut off',
        `with cut as (delete from ledger.leaf where position > 100 returning 1) delete from ledger.checkpoint where size > 100`,
        /witness committee$/,
      ],
      [
        'leaves change places',
        `update ledger.leaf set position = 11 - position where position in (5, 6)`,
        /witness committee$/,
      ],
      [
        'a chain is written anew with its hashes and leaves',
        `with e as (select id, convert_to(replace(convert_from(canonical, 'UTF8'), '"actor":"', '"actor":"9'), 'UTF8') as bytes from ledger.entry where subject_id = '{}' and seq = (select max(seq) from ledger.entry where subject_id = '{}')),
         l as (update ledger.leaf set hash = sha256('\\x00'::bytea || bytes) from e where entry_id = e.id returning 1), h as (update ledger.chain_head set hash = sha256('\\x00'::bytea || bytes) from e where subject_id = '{}' returning 1)
         update ledger.entry t set canonical = bytes, actor = '9' || actor, hash = sha256('\\x00'::bytea || bytes) from e where t.id = e.id`,
        /entry \d+: witness committee$/,
      ],
      [
        'a line about a row is written anew',
        `update ledger.row_change set digest = sha256('x') where id = 40`,
        /: leaf$/,
      ],
      [
        'a salt is taken without a disposal',
        `update ledger.row_change set salt = null where table_name = 'documents.document' and id = (select max(id) from ledger.row_change where owner = '{}' and table_name = 'documents.document')`,
        /^documents\.document \S+: line$/,
      ],
      [
        'a checkpoint is forged',
        `update ledger.checkpoint set root = sha256('x'), note = replace(note, 'a', 'b')`,
        /^ledger\.checkpoint \d+: (root|note)$/,
      ],
      [
        'a token is forged',
        `update ledger.timestamp_token set token = set_byte(token, octet_length(token) - 1, 255 - get_byte(token, octet_length(token) - 1))`,
        /^ledger\.timestamp_token \d+: token$/,
      ],
      [
        'a token is said to be older',
        `update ledger.timestamp_token set taken_at = taken_at - interval '1 year'`,
        /^ledger\.timestamp_token \d+: taken_at$/,
      ],
    ])('VERIFY-1 %s', async (_what, statement, named) => {
      await forger.behind(statement.replaceAll('{}', decided));
      expect(await bothSay()).toEqual(expect.arrayContaining([expect.stringMatching(named)]));
    });
  });
});
