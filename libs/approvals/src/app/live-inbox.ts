import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { OpenSessions } from '@fubako/identity';
import { Settings } from '@fubako/platform/config';
import { ChannelListener } from '@fubako/platform/database';
import { Observable, type Subscriber } from 'rxjs';

/** That something changed in the inbox of a person; which rows, the inbox itself says. */
export interface InboxNews {
  readonly kind: 'changed' | 'still-here';
}

interface Watcher {
  readonly staffNo: string;
  readonly session: string;
  readonly subscriber: Subscriber<InboxNews>;
}

/** How often streams say that they are alive, and sessions are asked whether they are. */
const SWEEP_MS = 20_000;
/** Tabs of one session that are told; the oldest makes room. */
const MOST_OF_A_SESSION = 8;

/** LIVE-1 Tells open inboxes that they changed, in whichever process the change was written. */
@Injectable()
export class LiveInbox implements BeforeApplicationShutdown {
  private readonly watchers = new Set<Watcher>();
  private listener: ChannelListener | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly sessions: OpenSessions,
    private readonly settings: Settings,
  ) {}

  /** Ends with the session, with the process, or when nobody listens any more. */
  watch(staffNo: string, session: string): Observable<InboxNews> {
    return new Observable((subscriber) => {
      const watcher = { staffNo, session, subscriber };
      this.makeRoom(session);
      this.watchers.add(watcher);
      this.begin();
      // What happened since the inbox was read is not known.
      subscriber.next({ kind: 'changed' });
      return () => this.leave(watcher);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const { subscriber } of this.watchers) subscriber.complete();
    await this.end();
  }

  /** How many streams are open. */
  get size(): number {
    return this.watchers.size;
  }

  private begin(): void {
    if (this.listener) return;
    const { DATABASE_URL: url } = this.settings.values;
    const heard = (payload: string | null) => void this.heard(payload);
    this.listener = new ChannelListener({ url, name: 'fubako-inbox', statement: 'listen fubako_inbox', heard });
    void this.listener.listen();
    this.timer = setInterval(() => void this.sweep(), SWEEP_MS);
    this.timer.unref();
  }

  private async end(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    const { listener } = this;
    this.listener = null;
    await listener?.close();
  }

  private leave(watcher: Watcher): void {
    this.watchers.delete(watcher);
    if (this.watchers.size === 0) void this.end();
  }

  private makeRoom(session: string): void {
    const mine = [...this.watchers].filter((one) => one.session === session);
    for (const { subscriber } of mine.slice(0, Math.max(0, mine.length - MOST_OF_A_SESSION + 1))) subscriber.complete();
  }

  /** @param payload 職員番号 with commas; `*` or null: anybody */
  private async heard(payload: string | null): Promise<void> {
    const all = payload === null || payload === '*';
    const names = new Set(payload?.split(',') ?? []);
    await this.tell(
      [...this.watchers].filter(({ staffNo }) => all || names.has(staffNo)),
      { kind: 'changed' },
    );
  }

  private sweep(): Promise<void> {
    return this.tell([...this.watchers], { kind: 'still-here' });
  }

  /** Nothing is told to a session that has ended: its stream ends. */
  private async tell(watchers: readonly Watcher[], news: InboxNews): Promise<void> {
    if (watchers.length === 0) return;
    const names = [...new Set(watchers.map(({ session }) => session))];
    const standing = await this.sessions.standing(names).catch(() => null);
    // While the database is away nothing is known, and nothing is told.
    if (!standing) return;
    for (const { session, subscriber } of watchers) {
      if (standing.has(session)) subscriber.next(news);
      else subscriber.complete();
    }
  }
}
