import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'minio';
import { loadSettings } from '@fubako/platform/config';
import { type LockedObject, witnessBucketFor } from '@fubako/platform/object-store';
import { type TestDatabase, requiredService, testDatabase } from '@fubako/platform/testing';
import { Ledger, SealLedger, TellWitnesses } from '@fubako/ledger';
import { openCheckpoint, readVerifierKey } from '../src/data/checkpoint';
import { rootOfLeaves } from '../src/core/merkle';
import { LeafRows } from '../src/data/leaf-rows';
import { LedgerRows } from '../src/data/ledger-rows';
import { WitnessRows } from '../src/data/witness-rows';
import { SealerKey } from '../src/data/sealer-key';

let database: TestDatabase;
let ledger: Ledger;
let seal: SealLedger;
let sealerKey: SealerKey;
const folder = mkdtempSync(join(tmpdir(), 'fubako-sealer-'));

beforeAll(async () => {
  database = await testDatabase();
  ledger = new Ledger(database.uow, new LedgerRows(database.uow));
  sealerKey = new SealerKey(loadSettings({ DATABASE_URL: database.url, FUBAKO_DATA: folder }));
  seal = new SealLedger(database.uow, new LeafRows(database.uow), sealerKey);
});
afterAll(async () => {
  await database?.drop();
  rmSync(folder, { recursive: true });
});

const query = <T>(text: string): Promise<T[]> => database.dataSource.query(text);
const act = (id: string, text: string) =>
  database.uow.run(async () => {
    ledger.record({ subject: { kind: 'document', id }, kind: 'test.done', actor: '1118', facts: {} });
    database.uow.send({ text, values: [] } as never);
  });

describe('the sealer', () => {
  it('SEAL-1 seals what was there from the beginning, then what is new, without a gap', async () => {
    await act('a', "insert into records.stack_place values ('p1', 'r', 's', 'b', null, now(), '1')");
    const first = await seal.run();
    await act('a', "update records.stack_place set room = 'other' where code = 'p1'");
    const second = await seal.run();
    expect([second.added, second.size]).toEqual([2, first.size + 2]);
    expect(await seal.run()).toEqual({ added: 0, size: second.size });
    const [state] =
      await query<object>(`select (select count(*)::int from ledger.leaf) as leaves, (select max(position)::int from ledger.leaf) + 1 as last,
      (select count(*)::int from ledger.entry) + (select count(*)::int from ledger.row_change) as lines`);
    expect(state).toEqual({ leaves: second.size, last: second.size, lines: second.size });
  });

  it('SEAL-1 forgets nobody who was under way while it sealed', async () => {
    const slow = database.dataSource.createQueryRunner();
    await slow.query('begin');
    await slow.query("select ledger.write_entry('slow', 'a', 'test.slow', '1', '{}')");
    for (const id of ['b', 'c', 'd']) {
      await act(id, 'select 1');
      await seal.run();
    }
    await slow.query('commit');
    await slow.release();
    expect((await seal.run()).added).toBe(1);
    expect(
      await query('select from ledger.entry e where not exists (select from ledger.leaf where entry_id = e.id)'),
    ).toEqual([]);
  });

  it('SEAL-2 SEAL-3 signs the root of all leaves with a key that nobody else can read', async () => {
    const ledgerNotes = Array.from({ length: 300 }, (_, n) => n);
    await database.uow.run(async () =>
      ledger.record(
        ...ledgerNotes.map((n) => ({
          subject: { kind: 'document', id: `m${n % 7}` },
          kind: 'test.done',
          actor: '1',
          facts: { n },
        })),
      ),
    );
    await seal.run();
    const leaves = await query<{ hash: Buffer }>('select hash from ledger.leaf order by position');
    const [{ note }] = (await query<{ note: string }>(
      'select note from ledger.checkpoint order by size desc limit 1',
    )) as [{ note: string }];
    const key = readVerifierKey(sealerKey.verifierKey() ?? '');
    expect(key && openCheckpoint(note, key)).toEqual({
      origin: key?.name,
      size: leaves.length,
      root: rootOfLeaves(leaves.map(({ hash }) => hash)),
    });
    expect(statSync(join(folder, 'sealer', 'key.pem')).mode & 0o777).toBe(0o400);
    expect(await query('select place::int from ledger.subtree')).toEqual([{ place: 0 }]);
  });

  it('SEAL-4 does its work in a role that can do nothing else', async () => {
    const refused = (text: string) =>
      expect(
        database.dataSource.transaction(async (manager) => {
          await manager.query('set local role fubako_sealer');
          await manager.query(text);
        }),
      ).rejects.toThrow(/permission denied|append-only/);
    await refused("insert into ledger.entry (subject_kind) values ('x')");
    await refused('select from documents.document');
    await refused('delete from ledger.leaf');
  });
});

describe('witnesses', () => {
  const bucket = {
    WITNESS_S3_ENDPOINT: requiredService('TEST_S3_ENDPOINT'),
    WITNESS_S3_ACCESS_KEY: requiredService('TEST_S3_ACCESS_KEY'),
    WITNESS_S3_SECRET_KEY: requiredService('TEST_S3_SECRET_KEY'),
    WITNESS_S3_BUCKET: `witness-${randomBytes(6).toString('hex')}`,
    WITNESS_S3_DAYS: '30',
  };
  const told = () => {
    const folders = { WITNESS_FOLDERS: `${join(folder, 'w1')}, ${join(folder, 'w2')}` };
    const settings = loadSettings({ DATABASE_URL: database.url, FUBAKO_DATA: folder, ...folders, ...bucket });
    return new TellWitnesses(settings, database.uow, new LeafRows(database.uow), new WitnessRows(database.uow));
  };

  const client = () => {
    const { hostname, port } = new URL(bucket.WITNESS_S3_ENDPOINT);
    const [accessKey, secretKey] = [bucket.WITNESS_S3_ACCESS_KEY, bucket.WITNESS_S3_SECRET_KEY];
    return new Client({
      endPoint: hostname,
      port: Number(port),
      useSSL: false,
      accessKey,
      secretKey,
      region: 'us-east-1',
    });
  };

  it('WITNESS-1 WITNESS-2 hold all leaves and say how far they are behind', async () => {
    await seal.run();
    await told().run();
    await act('w', 'select 1');
    const { size } = await seal.run();
    expect((await told().states()).map(({ behind }) => behind)).toEqual([1, 1, 1]);
    await told().run();
    const leaves = await query<{ hash: Buffer }>('select hash from ledger.leaf order by position');
    for (const witness of told().witnesses) expect(await witness.leaves()).toEqual(leaves.map(({ hash }) => hash));
    expect(await told().states()).toMatchObject([
      { size, behind: 0, fault: null },
      { size, behind: 0, fault: null },
      { name: `s3://${bucket.WITNESS_S3_BUCKET}`, size, behind: 0, fault: null },
    ]);
  });

  it('WITNESS-4 a bucket under lock keeps what it took, whatever is laid over it', async () => {
    const [witness, locked] = [
      told().witnesses[2],
      witnessBucketFor(loadSettings({ DATABASE_URL: database.url, ...bucket }).values),
    ];
    const before = await witness?.leaves();
    const objects: LockedObject[] = [];
    for await (const object of locked?.list() ?? []) objects.push(object);
    expect(objects).toHaveLength(2);
    const days =
      (new Date((await locked?.lockedUntil(objects[0] as LockedObject)) ?? 0).getTime() - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
    for (const { name, versionId } of objects) {
      await expect(client().removeObject(bucket.WITNESS_S3_BUCKET, name, { versionId })).rejects.toThrow();
      await client().putObject(bucket.WITNESS_S3_BUCKET, name, Buffer.from('forged'));
      await client().removeObject(bucket.WITNESS_S3_BUCKET, name);
    }
    expect(await told().witnesses[2]?.leaves()).toEqual(before);
    expect((await told().witnesses[2]?.edge())?.size).toBe(before?.length);
  });

  it('WITNESS-1 refuse what does not follow from what they hold, and keep it', async () => {
    const before = await told().witnesses[0]?.leaves();
    await act('w', 'select 1');
    // An entry in the past is written anew, and all of the tree after it, signed with the right key.
    await database.dataSource
      .query(`begin; set local session_replication_role = replica; delete from ledger.subtree; delete from ledger.leaf; delete from ledger.checkpoint;
      alter table ledger.entry drop constraint entry_check; update ledger.entry set hash = sha256('x') where id = 3; commit`);
    await seal.run();
    await told().run();
    const states = await told().states();
    expect(states.every(({ fault }) => fault?.includes('does not follow'))).toBe(true);
    // WITNESS-5 They are named although as many leaves are here by now.
    expect((await told().compare()).map(({ kind }) => kind)).toEqual(['ahead', 'ahead', 'ahead']);
    expect(await told().witnesses[0]?.leaves()).toEqual(before);
    expect(await told().witnesses[2]?.leaves()).toEqual(before);
  });
});

describe('rows that are bound', () => {
  it('BIND-1 leave a line in the unit of the act, and none when nothing that is protected changed', async () => {
    await act('r', "insert into records.stack_place values ('p2', 'r', 's', 'b', null, now(), '1')");
    await act('r', "update records.stack_place set room = room where code = 'p2'");
    await act('r', "delete from records.stack_place where code = 'p2'");
    const lines =
      await query<object>(`select c.op, count(e.id)::int as acts, octet_length(c.tags) as tags from ledger.row_change c
      join ledger.entry e on e.unit = c.unit where c.key = 'p2' group by c.id order by c.id`);
    expect(lines).toEqual([
      { op: 'insert', acts: 1, tags: 56 },
      { op: 'delete', acts: 1, tags: null },
    ]);
  });

  it('BIND-2 every column of the schema has a place in the manifest', async () => {
    const columns = `select n.nspname || '.' || c.relname as table_name, a.attname::text as column_name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'bullmq')`;
    const manifest = 'select table_name, column_name from ledger.manifest';
    expect(await query(`${columns} except ${manifest}`)).toEqual([]);
    expect(await query(`${manifest} except ${columns}`)).toEqual([]);
    expect(await query('select from ledger.manifest where length(reason) < 10')).toEqual([]);
  });

  it('BIND-3 get an entry of their own when the unit told of no act', async () => {
    await database.uow.run(async () => {
      database.uow.actsFor('1042');
      database.uow.send({
        text: "insert into records.stack_place values ('p3', 'r', 's', 'b', null, now(), '1')",
        values: [],
      } as never);
    });
    const told = await query<object>(
      `select e.kind, e.actor from ledger.entry e join ledger.row_change c on c.unit = e.unit where c.key = 'p3'`,
    );
    expect(told).toEqual([{ kind: 'ledger.rows-written', actor: '1042' }]);
  });
});
