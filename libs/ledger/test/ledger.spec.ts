import { type TestDatabase, testDatabase } from '@fubako/platform/testing';
import { Ledger, VerifyLedger } from '@fubako/ledger';
import { LedgerRows } from '../src/data/ledger-rows';

let database: TestDatabase;
let ledger: Ledger;
let verify: VerifyLedger;

beforeAll(async () => {
  database = await testDatabase();
  const rows = new LedgerRows(database.uow);
  ledger = new Ledger(database.uow, rows);
  verify = new VerifyLedger(database.uow, rows);
});
afterAll(() => database?.drop());

const note = (id: string, kind: string) => ({
  subject: { kind: 'document', id },
  kind,
  actor: '1118',
  facts: { id, kind },
});
const write = (...notes: ReturnType<typeof note>[]) => database.uow.run(async () => ledger.record(...notes));

/** Runs SQL as somebody who owns the database and has put the triggers aside. */
async function tamper(statement: string): Promise<void> {
  await database.dataSource.query(`begin; set local session_replication_role = replica; ${statement}; commit`);
}

describe('the ledger', () => {
  it('LEDGER-3 links the entries of a subject across units, and of several in one unit', async () => {
    await write(note('a', 'one'), note('b', 'one'));
    await write(note('a', 'two'), note('a', 'three'));
    const rows = await database.dataSource.query(
      "select subject_id, seq, kind from ledger.entry where subject_id in ('a', 'b') order by 1, 2",
    );
    expect(
      rows.map((r: { subject_id: string; seq: number; kind: string }) => `${r.subject_id} ${r.seq} ${r.kind}`),
    ).toEqual(['a 1 one', 'a 2 two', 'a 3 three', 'b 1 one']);
    expect((await verify.run()).anomalies).toEqual([]);
  });

  it('writes early what a long unit has told so far, in one chain with the rest and only if the unit succeeds', async () => {
    await database.uow.run(async () => {
      ledger.record(note('early', 'one'), note('early', 'two'));
      await ledger.writeSoFar();
      await ledger.writeSoFar();
      ledger.record(note('early', 'three'));
    });
    const failing = database.uow.run(async () => {
      ledger.record(note('early', 'four'));
      await ledger.writeSoFar();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const rows: { seq: number; kind: string }[] = await database.dataSource.query(
      "select seq, kind from ledger.entry where subject_id = 'early' order by 1",
    );
    expect(rows.map(({ seq, kind }) => `${seq} ${kind}`)).toEqual(['1 one', '2 two', '3 three']);
    expect((await verify.run()).anomalies).toEqual([]);
  });

  it('writes nothing when the unit fails', async () => {
    const failing = database.uow.run(async () => {
      ledger.record(note('c', 'one'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await database.dataSource.query("select from ledger.entry where subject_id = 'c'")).toHaveLength(0);
  });

  it('keeps one chain whole under forty writers at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => write(note('busy', `act ${n}`), note(`own ${n}`, 'act'))));
    const [row] = await database.dataSource.query(
      "select count(*)::int as n, max(seq) as last from ledger.entry where subject_id = 'busy'",
    );
    expect(row).toEqual({ n: 40, last: 40 });
    expect((await verify.run()).anomalies).toEqual([]);
  });

  it('refuses change, removal and truncation', async () => {
    for (const statement of [
      "update ledger.entry set kind = 'x'",
      'delete from ledger.entry',
      'truncate ledger.entry',
    ]) {
      await expect(database.dataSource.query(statement)).rejects.toThrow(/append-only/);
    }
  });

  it.each([
    ['kind', "update ledger.entry set kind = 'forged' where subject_id = 'v1' and seq = 2", ['kind']],
    ['actor', "update ledger.entry set actor = '9999' where subject_id = 'v2' and seq = 2", ['actor']],
    ['time', "update ledger.entry set at = at + interval '1 day' where subject_id = 'v3' and seq = 1", ['at']],
    [
      'previous hash',
      "update ledger.entry set prev_hash = sha256('x') where subject_id = 'v4' and seq = 2",
      ['prev_hash'],
    ],
    ['a removed entry', "delete from ledger.entry where subject_id = 'v5' and seq = 2", ['prev_hash', 'seq']],
    ['the whole chain', "delete from ledger.entry where subject_id = 'v7'", ['seq']],
    ['the head', "delete from ledger.chain_head where subject_id = 'v8'", ['chain_head']],
    ['hash of the head', "update ledger.chain_head set hash = sha256('x') where subject_id = 'v9'", ['chain_head']],
    ['a cut tail', "delete from ledger.entry where subject_id = 'v6' and seq = 3", ['seq']],
  ])('LEDGER-4 names what was done to the %s', async (_what, statement, columns) => {
    const id = /'(v\d)'/.exec(statement)?.[1] ?? '';
    await write(note(id, 'one'));
    await write(note(id, 'two'));
    await write(note(id, 'three'));
    await tamper(statement);
    const { anomalies } = await verify.run();
    const own = anomalies.filter(({ subject }) => subject === `document/${id}`);
    expect(own.map(({ column }) => column).sort()).toEqual(columns);
  });

  it('LEDGER-2 does not even store bytes that do not match their hash', async () => {
    await write(note('w', 'one'));
    await expect(
      tamper("update ledger.entry set canonical = canonical || ' '::bytea where subject_id = 'w'"),
    ).rejects.toThrow(/check constraint/);
  });
});
