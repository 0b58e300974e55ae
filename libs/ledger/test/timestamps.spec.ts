import { X509Certificate, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '@fubako/kernel';
import { loadSettings } from '@fubako/platform/config';
import { type TestDatabase, testDatabase } from '@fubako/platform/testing';
import { Ledger, SealLedger, TimestampLedger, VerifyTimestamps } from '@fubako/ledger';
import { TestTimestampAuthority } from '../../../test/support/timestamp-authority';
import { LeafRows } from '../src/data/leaf-rows';
import { LedgerRows } from '../src/data/ledger-rows';
import { SealerKey } from '../src/data/sealer-key';
import { TimestampAuthority } from '../src/data/timestamp-authority';
import { TimestampRows } from '../src/data/timestamp-rows';
import { certificatesOf, openToken } from '../src/data/timestamp-token';

let database: TestDatabase;
let authority: TestTimestampAuthority;
const folder = mkdtempSync(join(tmpdir(), 'fubako-timestamps-'));

beforeAll(async () => {
  [database, authority] = await Promise.all([testDatabase(), TestTimestampAuthority.open()]);
});
afterAll(async () => {
  authority?.close();
  await database?.drop();
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  authority.refuses = 'nothing';
});

const rootsOf = (file: string): X509Certificate[] => certificatesOf(readFileSync(file, 'utf8'));
const roots = () => rootsOf(authority.certificates);
const asks = (trusted = roots()) => new TimestampAuthority(authority.url, trusted);

describe('a token', () => {
  it('TIME-2 opens for what it is over, by whom it was asked to be signed, and says when', async () => {
    const digest = sha256(Buffer.from('note'));
    const { token, time } = await asks().stamp(digest);
    expect(Math.abs(Date.now() - time.getTime())).toBeLessThan(60_000);
    expect(openToken(token, digest, roots())?.time).toEqual(time);
    expect(openToken(token, sha256(Buffer.from('another')), roots())).toBeNull();
    expect(openToken(token, digest, rootsOf(authority.foreignCertificates))).toBeNull();
    expect(openToken(token, digest, [])).toBeNull();
  });

  it('TIME-2 with a byte changed is none, or says the same', async () => {
    const digest = sha256(Buffer.from('note'));
    const { token, time } = await asks().stamp(digest);
    const opened: number[] = [];
    for (let at = 0; at < token.length; at += 17) {
      const forged = Buffer.from(token);
      forged[at] = (forged[at] ?? 0) ^ 1;
      const said = openToken(forged, digest, roots());
      if (said) opened.push(at);
      // What may change without harm is what nothing rests on: versions and names of algorithms that stand twice, the root that came along.
      expect(said === null || said.time.getTime() === time.getTime()).toBe(true);
    }
    expect(opened.length / (token.length / 17)).toBeLessThan(0.5);
  });

  it('TIME-2 by a certificate for another use of the same authority is none', async () => {
    const digest = randomBytes(32);
    const { token } = await asks().stamp(digest);
    const forged = authority.signedForAnotherUse(token);
    expect(forged.includes(digest)).toBe(true);
    expect(openToken(forged, digest, roots())).toBeNull();
  });

  it('TIME-2 that answers another question, or none at all, is not taken', async () => {
    const digest = randomBytes(32);
    await asks().stamp(digest);
    authority.refuses = 'the-answer-before';
    await expect(asks().stamp(digest)).rejects.toThrow('no token over this root');
    authority.refuses = 'with-an-error';
    await expect(asks().stamp(digest)).rejects.toThrow('answered 503');
  });
});

describe('the root of a day', () => {
  const stamps = (more: Record<string, string>) => {
    const settings = loadSettings({ DATABASE_URL: database.url, FUBAKO_DATA: folder, ...more });
    return new TimestampLedger(settings, database.uow, new LeafRows(database.uow), new TimestampRows(database.uow));
  };
  const configured = () => stamps({ TSA_URL: authority.url, TSA_CERTIFICATES: authority.certificates });
  const sealed = async (): Promise<number> => {
    const ledger = new Ledger(database.uow, new LedgerRows(database.uow));
    const subject = { kind: 'document', id: 't' };
    await database.uow.run(async () => ledger.record({ subject, kind: 'test.done', actor: '1', facts: {} }));
    const key = new SealerKey(loadSettings({ DATABASE_URL: database.url, FUBAKO_DATA: folder }));
    return (await new SealLedger(database.uow, new LeafRows(database.uow), key).run()).size;
  };
  const verified = (trusted = roots()) =>
    new VerifyTimestamps(database.uow, new TimestampRows(database.uow)).run(trusted);

  it('TIME-1 is stamped once a day, and nobody is asked where none is set', async () => {
    const size = await sealed();
    const before = authority.asked;
    expect(await stamps({}).run()).toBe(false);
    expect(authority.asked).toBe(before);
    expect(await configured().run()).toBe(true);
    await sealed();
    expect(await configured().run()).toBe(false);
    expect(authority.asked).toBe(before + 1);
    expect(await database.dataSource.query('select size::int from ledger.timestamp_token')).toEqual([{ size }]);
    expect(await verified()).toEqual({ tokens: 1, faults: [] });
  });

  it('TIME-1 an authority that is silent is asked again later, not with every seal', async () => {
    await database.dataSource.query(
      'begin; set local session_replication_role = replica; delete from ledger.timestamp_token; commit',
    );
    authority.refuses = 'with-an-error';
    const stamp = configured();
    const before = authority.asked;
    expect([await stamp.run(), await stamp.run()]).toEqual([false, false]);
    expect(authority.asked).toBe(before + 1);
    authority.refuses = 'nothing';
    expect(await configured().run()).toBe(true);
  });

  it('TIME-2 a token of somebody else, of another root, or at another time is named', async () => {
    const [{ size }] = await database.dataSource.query('select size::text from ledger.timestamp_token');
    const fault = (column: string) => [{ table: 'ledger.timestamp_token', key: size, column }];
    expect((await verified(rootsOf(authority.foreignCertificates))).faults).toEqual(fault('token'));
    const behind = (text: string) =>
      database.dataSource.query(`begin; set local session_replication_role = replica; ${text}; commit`);
    await behind(`update ledger.timestamp_token set taken_at = taken_at - interval '1 day'`);
    expect((await verified()).faults).toEqual(fault('taken_at'));
    await behind(`update ledger.timestamp_token set taken_at = taken_at + interval '1 day'`);
    await behind(`update ledger.checkpoint set note = replace(note, E'\\n', E'\\n1') where size = ${size}`);
    expect((await verified()).faults).toEqual(fault('token'));
  });
});
