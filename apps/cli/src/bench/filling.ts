import type { Client } from 'pg';
import { Clerk } from './clerk';
import { CLONING } from './cloning-sql';
import { tell, timed } from './figures';
import { FILLING } from './filling-sql';
import { APPROVER, DECIDER, WaitingCases, submitted } from './waiting-cases';
import { WaysToDecide } from './ways-to-decide';

export const STAFF = 50_000;
export const READERS = 20;
const CHUNK = 50_000;
const ACTS = 60;
const WARM_UP = 15;

interface Reader {
  readonly staffNo: string;
  readonly login: string;
}

/** A town whose cases grow by the hundred thousand: one open seat each, of one of fifty thousand people. */
export class Filling {
  private filled = 0;

  private constructor(
    private readonly client: Client,
    private readonly parts: { readonly template: string; readonly waiting: WaitingCases; readonly clerk: Clerk },
    /** People of the sample town among them, from the one with the longest list down. */
    readonly readers: readonly Reader[],
  ) {}

  static async prepare(client: Client, url: string): Promise<Filling> {
    const template = await submitted(url, 0, DECIDER);
    await client.query(CLONING);
    await client.query(FILLING);
    const waiting = await WaitingCases.prepare(client, url, APPROVER);
    await waiting.topUp(2 * (ACTS + WARM_UP));
    const { rows } = await client.query<Reader>(
      `select p.staff_no as "staffNo", p.login from organisation.person p join identity.account a using (staff_no)
       where p.login is not null and p.staff_no <> $2 order by p.staff_no limit $1`,
      [READERS, APPROVER.staffNo],
    );
    await client.query('select bench.fill_people($1, $2)', [STAFF, rows.map(({ staffNo }) => staffNo)]);
    await client.query('select setseed(0.5)');
    return new Filling(client, { template, waiting, clerk: await Clerk.signIn(url, APPROVER.login) }, rows);
  }

  /** Fills up to this many cases, or as far as it comes until then. @returns how many there are */
  async upTo(cases: number, deadline = Infinity): Promise<number> {
    while (this.filled < cases && performance.now() < deadline) {
      const last = Math.min(cases, this.filled + CHUNK);
      await this.client.query('select bench.fill_inboxes($1, $2::int, $3::int, $4)', [
        this.parts.template,
        this.filled + 1,
        last,
        STAFF,
      ]);
      this.filled = last;
      tell(`${last} cases`);
    }
    await this.client.query('vacuum analyze');
    return this.filled;
  }

  /** Milliseconds of single acts over HTTP, one after the other. */
  async actTimes(): Promise<number[]> {
    const ways = new WaysToDecide(this.client, this.parts.clerk);
    const times: number[] = [];
    for (const item of await this.parts.waiting.take(ACTS + WARM_UP)) times.push(await timed(() => ways.single(item)));
    return times.slice(WARM_UP);
  }
}
