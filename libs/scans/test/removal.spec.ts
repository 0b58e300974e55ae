import { sql, UnitOfWork } from '@fubako/platform/database';
import { ObjectHall, ObjectStore, contentKey } from '@fubako/platform/object-store';
import { Objects, ReleaseObjects, RemoveReleased, Uploads, VerifyObjects } from '@fubako/scans';
import { DigestObject } from '../src/app/digest-object';
import { pdf, png } from './sample-files';
import { CLERK, ScansUnderTest } from './scans-under-test';

const GROUNDS = 'entry-1';

describe('SCN-13 removal of content', () => {
  let scans: ScansUnderTest;
  const uow = () => scans.get(UnitOfWork);
  beforeEach(async () => {
    scans = await ScansUnderTest.start();
    // What another lib has that carries content: it is found by its foreign key, without being told of.
    await scans.database.owned.run(() =>
      scans.database.owned.change(sql`create table public.carrier (sha256 bytea references scans.stored_object)`),
    );
  });
  afterEach(() => scans.stop());

  const taken = async (bytes: Buffer, name: string): Promise<string> => {
    const { status, body } = await scans.send(bytes, { name });
    expect(status).toBe(201);
    await scans.get(Uploads).take(body.id as string, CLERK);
    await scans.get(DigestObject).run(body.sha256 as string);
    return body.sha256 as string;
  };
  const carry = (sha256: string) =>
    uow().run(() => uow().change(sql`insert into public.carrier values (decode(${sha256}, 'hex'))`));
  const release = (...sha256s: string[]) => uow().run(() => scans.get(ReleaseObjects).run(sha256s, GROUNDS));
  const deliver = () => scans.work('scans.remove-released');
  const stored = async (sha256: string) => (await scans.get(ObjectStore).head(contentKey(sha256 as never))) !== null;
  const stateOf = async (sha256: string) =>
    (
      await scans.rows<{ state: string }>(
        sql`select state from scans.removed_object where sha256 = decode(${sha256}, 'hex')`,
      )
    )[0]?.state;

  it('takes original, rendition, thumbnails, text and uploads away: rows with the unit, bytes after it', async () => {
    const sha256 = await taken(png(4, 4), '図面.png');
    const before = await scans.keysIn(ObjectHall.content);
    const released = await release(sha256);
    expect(before).toHaveLength(3);
    expect(released).toHaveLength(3);
    expect(await stored(sha256)).toBe(true);
    await deliver();
    expect(await scans.keysIn(ObjectHall.content)).toEqual([]);
    expect(await stateOf(sha256)).toBe('gone');
    const left = await scans.rows<{ n: number }>(sql`
      select (select count(*) from scans.stored_object)::int + (select count(*) from scans.rendition)::int
        + (select count(*) from scans.page_text)::int + (select count(*) from scans.text_state)::int
        + (select count(*) from scans.upload)::int as n`);
    expect(left).toEqual([{ n: 0 }]);
    await expect(scans.get(Objects).open(sha256)).rejects.toMatchObject({ code: 'scans.unknown-object' });
  });

  it('keeps what anything else refers to, with its rendition', async () => {
    const [mine, shared] = [await taken(await pdf(['mine']), '甲.pdf'), await taken(png(5, 5), '乙.png')];
    await carry(shared);
    const released = await release(mine, shared);
    expect(released).toContain(mine);
    expect(released).not.toContain(shared);
    await deliver();
    expect(await stored(shared)).toBe(true);
    expect((await scans.get(VerifyObjects).run()).damaged).toEqual([]);
  });

  it('keeps what somebody has just sent in and not yet taken', async () => {
    const bytes = await pdf(['again']);
    const sha256 = await taken(bytes, '甲.pdf');
    await scans.send(bytes, { name: '甲の写し.pdf' });
    expect(await release(sha256)).toEqual([]);
    await uow().run(() => uow().change(sql`update scans.upload set created_at = created_at - interval '2 days'`));
    expect(await release(sha256)).toContain(sha256);
  });

  it('loses nothing that comes in anew before the bytes are gone', async () => {
    const bytes = await pdf(['returns']);
    const sha256 = await taken(bytes, '甲.pdf');
    await release(sha256);
    expect(await taken(bytes, '再送.pdf')).toBe(sha256);
    expect(await stateOf(sha256)).toBe('returned');
    await deliver();
    expect(await stored(sha256)).toBe(true);
    expect((await scans.get(VerifyObjects).run()).damaged).toEqual([]);
  });

  it('refuses what comes in anew while its bytes are being removed, instead of losing it later', async () => {
    const bytes = await pdf(['meanwhile']);
    const sha256 = await taken(bytes, '甲.pdf');
    await release(sha256);
    await uow().run(() => uow().change(sql`update scans.removed_object set state = 'removing'`));
    const refused = await scans.send(bytes, { name: '再送.pdf' });
    expect(refused).toMatchObject({ status: 503, body: { code: 'scans.being-removed' } });
    await deliver();
    expect(await stored(sha256)).toBe(false);
    expect((await scans.send(bytes, { name: '再送.pdf' })).status).toBe(201);
    expect(await stored(sha256)).toBe(true);
  });

  it('is owed and named as such until the bytes are gone; a crash between begin and end is made up for', async () => {
    const sha256 = await taken(await pdf(['owed']), '甲.pdf');
    const released = await release(sha256);
    const verify = scans.get(VerifyObjects);
    expect(await verify.run()).toMatchObject({ unregistered: [], owedRemovals: 2, damaged: [] });
    await uow().run(() => uow().change(sql`update scans.removed_object set state = 'removing'`));
    expect(await scans.get(RemoveReleased).run(released)).toBe(2);
    expect(await verify.run()).toMatchObject({ unregistered: [], owedRemovals: 0, damaged: [] });
  });

  it('names an object that was removed by anybody else', async () => {
    const sha256 = await taken(await pdf(['unlawful']), '甲.pdf');
    await scans.get(ObjectStore).delete(contentKey(sha256 as never));
    expect((await scans.get(VerifyObjects).run()).damaged).toEqual([
      expect.objectContaining({ sha256, fault: 'missing' }),
    ]);
  });

  it('nothing is removed of a unit that fails', async () => {
    const sha256 = await taken(await pdf(['rolled back']), '甲.pdf');
    const failing = uow().run(async () => {
      await scans.get(ReleaseObjects).run([sha256], GROUNDS);
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    await deliver();
    expect(await stored(sha256)).toBe(true);
    expect((await scans.get(Objects).open(sha256)).bytes).toBeGreaterThan(0);
  });
});
