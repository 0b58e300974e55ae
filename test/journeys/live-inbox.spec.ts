import type { INestApplication } from '@nestjs/common';
import { LiveInbox } from '@fubako/approvals';
import { createApi } from '../../apps/api/src/create-api';
import { eventually } from '../support/eventually';
import { Ear, changed } from './ear';
import { type LivingTown, act, openTownToday, signIn, submittedNotice } from './town';

/** Until the connections that listen to the database stand. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 500));

describe('an open inbox', () => {
  let town: LivingTown;
  let second: INestApplication;
  let secondUrl: string;
  const live = (app: INestApplication) => app.get(LiveInbox, { strict: false });

  beforeAll(async () => {
    town = await openTownToday();
    second = await createApi(town.settings);
    await second.listen(0, '127.0.0.1');
    secondUrl = `http://127.0.0.1:${(second.getHttpServer().address() as { port: number }).port}`;
  });
  afterAll(async () => {
    await second?.close();
    await town?.close();
  });

  it('LIVE-1 hears of a matter whose turn has come, also through another process, and nobody else does', async () => {
    const [here, there, other] = [new Ear(), new Ear(), new Ear()];
    const [goto, takarabe] = [await town.as('goto'), await town.as('takarabe')];
    const response = await here.listen(town.url, goto);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    await there.listen(secondUrl, goto);
    await other.listen(secondUrl, takarabe);
    await pause();
    for (const ear of [here, there, other]) ear.forget();
    const id = await submittedNotice(town);
    await Promise.all([here.until(changed), there.until(changed)]);
    expect([here.heard, there.heard].join('')).not.toContain(id);
    for (const ear of [here, there]) ear.forget();
    expect((await act(town, 'goto', id)).status).toBe(201);
    await Promise.all([here.until(changed), there.until(changed)]);
    expect(changed(other.heard)).toBe(false);
    for (const ear of [here, there, other]) ear.hangUp();
    await eventually(
      async () => live(town.app).size + live(second).size,
      (size) => size === 0,
    );
  });

  it('LIVE-2 is told nothing after its session has ended, and its stream ends', async () => {
    const leaving = await signIn(town.url, 'goto');
    const ear = new Ear();
    await ear.listen(town.url, leaving);
    await pause();
    await leaving.delete('/session');
    ear.forget();
    await submittedNotice(town);
    await eventually(
      async () => ear.ended,
      (ended) => ended,
    );
    expect(changed(ear.heard)).toBe(false);
    expect(live(town.app).size).toBe(0);
  });

  it('keeps no more than eight streams of one session, and ends all when the process ends', async () => {
    const person = await signIn(town.url, 'goto');
    const ears = Array.from({ length: 9 }, () => new Ear());
    for (const ear of ears) await ear.listen(secondUrl, person);
    await eventually(
      async () => ears.map(({ ended }) => ended),
      ([first, ...rest]) => first === true && !rest.includes(true),
    );
    const before = performance.now();
    await second.close();
    expect(performance.now() - before).toBeLessThan(5_000);
    await eventually(
      async () => ears.every(({ ended }) => ended),
      (all) => all,
    );
  });

  it('is refused without a session', async () => {
    const { status } = await fetch(`${town.url}/api/v1/inbox/events`);
    expect(status).toBe(401);
  });
});
