import type { PostCode, StaffNo } from '@fubako/kernel';
import type { ProxyRequest } from '@fubako/organisation';
import { organisationChanged, proxyEnded } from '@fubako/organisation/events';
import { sql } from '@fubako/platform/database';
import { OrganisationUnderTest } from './organisation';

const at = (text: string) => new Date(`${text}:00+09:00`);
const post = 'P-S31-H' as PostCode;
const fukagawa = '1016';
const goto = '1030' as StaffNo;
const refused = (code: string) => ({ code: `organisation.${code}` });

describe('proxies', () => {
  let lib: OrganisationUnderTest;
  beforeEach(async () => {
    lib = await OrganisationUnderTest.start('2027-03-20T00:00:00Z');
    await lib.import();
  });
  afterEach(() => lib.stop());

  const spring: ProxyRequest = {
    postCode: post,
    taker: goto,
    from: at('2027-03-25T00:00'),
    until: at('2027-04-20T00:00'),
    reason: '年度末',
  };
  const give = async (by: string, request: Partial<ProxyRequest> = {}) =>
    lib.giveProxy.run(await lib.actor(by), { ...spring, ...request });
  const end = async (by: string, id: string) => lib.endProxy.run(await lib.actor(by), id);
  const proxyAt = (instant: Date) =>
    lib.uow.read(async () => (await lib.whoStandsIn.at(instant)).proxyOf(post)?.holder.person.staffNo ?? null);

  it('RULE-47 the holder gives the seat of a post for a time', async () => {
    await give(fukagawa);
    expect(await proxyAt(at('2027-03-24T23:59'))).toBeNull();
    expect(await proxyAt(at('2027-03-25T00:00'))).toBe(goto);
    expect(await proxyAt(at('2027-04-20T00:00'))).toBeNull();
  });

  it('RULE-47 nobody else gives it but the personnel office, and nobody to themselves', async () => {
    await expect(give('1006')).rejects.toMatchObject(refused('proxy-not-your-post'));
    await expect(give('1012')).rejects.toMatchObject(refused('proxy-not-your-post'));
    await expect(give(fukagawa, { taker: fukagawa as StaffNo })).rejects.toMatchObject(refused('proxy-to-oneself'));
    await expect(give('1027', { taker: fukagawa as StaffNo })).rejects.toMatchObject(refused('proxy-to-oneself'));
    await expect(give(fukagawa, { taker: '9999' as StaffNo })).rejects.toMatchObject(
      refused('proxy-taker-without-post'),
    );
    await give('1027');
    expect(await proxyAt(spring.from)).toBe(goto);
  });

  it('RULE-47 no proxy of a proxy', async () => {
    await give(fukagawa, { from: at('2027-03-19T00:00') });
    const onward = { taker: '1031' as StaffNo };
    await expect(give(goto, onward)).rejects.toMatchObject(refused('proxy-of-proxy'));
  });

  it('refuses a reversed, a past and an overlapping time; two gifts at once become one', async () => {
    await expect(give(fukagawa, { until: spring.from })).rejects.toMatchObject(refused('proxy-reversed'));
    const past = { from: at('2027-01-01T00:00'), until: at('2027-01-02T00:00') };
    await expect(give(fukagawa, past)).rejects.toMatchObject(refused('proxy-already-past'));
    const both = await Promise.allSettled([give(fukagawa), give(fukagawa)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(give(fukagawa, { taker: '1031' as StaffNo })).rejects.toMatchObject(refused('proxy-overlaps'));
    await give(fukagawa, { from: spring.until, until: at('2027-05-01T00:00') });
  });

  it('is taken back by its giver, at once, and may then be given anew', async () => {
    const id = await give(fukagawa);
    await expect(end(goto, id)).rejects.toMatchObject(refused('proxy-not-yours'));
    lib.clock.set(at('2027-03-26T12:00'));
    await end(fukagawa, id);
    expect(await proxyAt(at('2027-03-26T11:59'))).toBe(goto);
    expect(await proxyAt(at('2027-03-26T12:00'))).toBeNull();
    await expect(end(fukagawa, id)).rejects.toMatchObject(refused('proxy-not-found'));
    await give(fukagawa, { from: at('2027-03-27T00:00') });
  });

  it('S07 the proxies given by 深川 end with the transfer, and the ledger says why', async () => {
    const id = await give(fukagawa);
    lib.town.replace('assignments.csv', '1016,P-S31-H,main,2026-04-01,', '1016,P-S31-H,main,2026-04-01,2027-03-31');
    lib.town.append('assignments.csv', '1016,P-S24-H,main,2027-04-01,');
    lib.town.replace('assignments.csv', '1066,P-S41-01,main,2026-04-01,', '1066,P-S41-01,main,2026-04-01,2027-03-31');
    lib.town.append('assignments.csv', '1066,P-S31-H,main,2027-04-01,');
    expect((await lib.import()).faults).toEqual([]);
    const heard: unknown[] = [];
    lib.events.inUnit(proxyEnded, async (events) => void heard.push(...events.map(({ payload }) => payload)));
    expect(await proxyAt(at('2027-03-31T23:59'))).toBe(goto);
    expect(await proxyAt(at('2027-04-01T00:00'))).toBeNull();
    lib.clock.set(at('2027-04-01T00:00'));
    expect(await lib.announceChanges.run()).toBe(true);
    expect(heard).toEqual([expect.objectContaining({ proxyId: id, until: '2027-03-31T15:00:00.000Z' })]);
    const [entry] = await lib.uow.read(() =>
      lib.uow.rows<{ actor: string; canonical: Buffer }>(
        sql`select actor, canonical from ledger.entry where subject_id = ${id} and kind = 'organisation.proxy-ended'`,
      ),
    );
    expect(entry?.actor).toBe('system:organisation');
    expect(JSON.parse(String(entry?.canonical)).facts).toMatchObject({ because: 'transfer' });
  });
});

describe('announcing the days of the organisation', () => {
  let lib: OrganisationUnderTest;
  beforeEach(async () => {
    lib = await OrganisationUnderTest.start('2026-06-01T00:00:00Z');
  });
  afterEach(() => lib.stop());

  const heardBy = () => {
    const heard: object[] = [];
    lib.events.inUnit(organisationChanged, async (events) => void heard.push(...events.map(({ payload }) => payload)));
    return heard;
  };

  it('has nothing to say before the first import', async () => {
    expect(await lib.announceChanges.run()).toBe(false);
  });

  it('once for each day and revision, whichever of several workers looks first', async () => {
    const { revision } = await lib.import();
    const heard = heardBy();
    await lib.announceChanges.run();
    expect(heard).toEqual([{ date: '2026-06-01', revision, since: '2026-06-01' }]);
    lib.clock.set('2026-06-01T14:59:59Z');
    expect(await lib.announceChanges.run()).toBe(false);
    lib.clock.set('2026-06-01T15:00:00Z');
    const looks = await Promise.all([1, 2, 3].map(() => lib.announceChanges.run()));
    expect(looks.filter(Boolean)).toHaveLength(1);
    expect(heard.at(-1)).toEqual({ date: '2026-06-02', revision, since: '2026-06-02' });
  });

  it('a second revision on one day is announced again', async () => {
    const heard = heardBy();
    await lib.import();
    await lib.announceChanges.run();
    lib.town.replace('people.csv', '1066,星野 香織,', '1066,星乃 香織,');
    const { revision } = await lib.import();
    await lib.announceChanges.run();
    expect(heard).toHaveLength(2);
    expect(heard.at(-1)).toEqual({ date: '2026-06-01', revision, since: '2026-06-01' });
  });

  it('after a standstill one announcement speaks for the days that were missed', async () => {
    const { revision } = await lib.import();
    const heard = heardBy();
    await lib.announceChanges.run();
    lib.clock.set('2026-06-08T03:00:00Z');
    await lib.announceChanges.run();
    expect(heard.at(-1)).toEqual({ date: '2026-06-08', revision, since: '2026-06-02' });
  });

  it('what fails is not counted as announced', async () => {
    await lib.import();
    lib.events.inUnit(organisationChanged, async () => {
      throw new Error('no seats');
    });
    await expect(lib.announceChanges.run()).rejects.toThrow('no seats');
    const kept = await lib.uow.read(() => lib.uow.rows(sql`select 1 from organisation.announced_day`));
    expect(kept).toEqual([]);
  });
});
