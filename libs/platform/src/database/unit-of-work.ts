import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Clock } from './clock';
import { type GuardRefusal, guardOf } from './guard-refusal';
import { Visits, forWriting } from './reader';
import { type Sql, sql } from './sql';
import { StatementNames } from './statement-names';
import { type Aftermath, type Manner, type Unit, allOf, nothingYet, remember, ring, unitOn } from './unit';
import { type Answer, ConnectionLost, StalePlan, UnitConnection } from './unit-connection';

const MAX_ATTEMPTS = 5;
const KEEP_PLANS = sql`set local plan_cache_mode = force_generic_plan`;
/** serialization_failure, deadlock_detected */
const RETRIABLE = new Set(['40001', '40P01']);

/**
 * One transaction for one use case (ADR 0002). State, act, number, ledger entry and outbox row commit together or not at all.
 * The running unit travels in AsyncLocalStorage; nested calls join it. Inside: no HTTP, object store, queue or mail.
 */
@Injectable()
export class UnitOfWork {
  private readonly running = new AsyncLocalStorage<Unit>();
  private readonly names = new StatementNames();
  private readonly watchers: ((refusal: GuardRefusal) => Promise<void>)[] = [];
  private readonly endings: (() => Promise<void>)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Joins the running unit or opens a writing one; the whole unit runs again when Postgres asks for it. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const unit = this.running.getStore();
    if (unit?.open) {
      if (!unit.writable) throw new Error('A reading unit of work cannot become a writing one: open it with run().');
      return work();
    }
    for (let attempt = 1; ; attempt++) {
      const aftermath = nothingYet();
      try {
        return await this.begin('write', work, aftermath);
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isRetriable(error)) {
          if (!(error instanceof ConnectionLost))
            await remember([...aftermath.afterRollback, ...this.watching(error, aftermath)]);
          throw error;
        }
        await pause(attempt);
      }
    }
  }

  /** Joins the running unit or opens a read-only one, in which all statements see the same moment. */
  async read<T>(work: () => Promise<T>): Promise<T> {
    if (this.running.getStore()?.open) return work();
    try {
      return await this.look(work);
    } catch (error) {
      if (error instanceof StalePlan) return this.look(work);
      throw error;
    }
  }

  /**
   * Joins the running unit or opens a reading one whose end goes out with its questions, in one message: for work that asks
   * everything at once (ADR 0044). Work that comes to ask for more is done again in an ordinary reading unit.
   */
  async glance<T>(work: () => Promise<T>): Promise<T> {
    if (this.running.getStore()?.open) return work();
    try {
      return await this.look(work, 'glance');
    } catch (error) {
      if (error instanceof StalePlan || error instanceof AskedForMore) return this.look(work);
      throw error;
    }
  }

  /**
   * One question of the office before anybody is known, outside of any unit: a statement by itself sees one moment, and needs
   * neither beginning, reader nor end (ADR 0075). Each row says as `now` when it was asked ({@link MOMENT}).
   */
  async ask<T extends { readonly now: Date }>(question: Sql): Promise<T[]> {
    if (this.running.getStore()?.open) throw new Error('A unit of work is open: ask it.');
    const alone = async <R>(statement: Sql): Promise<R[]> => {
      const connection = await UnitConnection.lend(this.dataSource, this.names);
      try {
        return (await connection.query(statement)).records as R[];
      } catch (error) {
        throw connection.heard(error);
      } finally {
        await connection.release();
      }
    };
    const rows = await alone<T>(question).catch((error: unknown) => {
      if (error instanceof StalePlan) return alone<T>(question);
      throw error;
    });
    return Promise.all(
      rows.map(async (row) => ({ ...row, now: await this.clock.now(alone, Promise.resolve(row.now)) })),
    );
  }

  async rows<T>(statement: Sql): Promise<T[]> {
    return (await this.query(statement)).records as T[];
  }

  async maybe<T>(statement: Sql): Promise<T | null> {
    const rows = await this.rows<T>(statement);
    if (rows.length > 1) throw new Error(`At most one row was expected, ${rows.length} came: ${statement.text}`);
    return rows[0] ?? null;
  }

  async one<T>(statement: Sql): Promise<T> {
    const row = await this.maybe<T>(statement);
    if (row === null) throw new Error(`Exactly one row was expected, none came: ${statement.text}`);
    return row;
  }

  /** Rows that the statement changed. */
  async change(statement: Sql): Promise<number> {
    return (await this.query(statement)).affected;
  }

  /**
   * Sends a statement whose answer nobody needs: it runs in its turn and costs no round trip; when it fails, the unit fails.
   * @param rows that it must change; otherwise the unit fails
   */
  send(statement: Sql, rows: number | null = null): void {
    this.asking().send(statement, rows);
  }

  /**
   * What this unit asks from here on is planned once for each connection and not anew for each value: for units of many small
   * statements that find their rows by key, of which planning costs more than running (ADR 0030), and for
   * lists that walk one index in its order whatever is asked. Not for searches.
   */
  keepPlans(): void {
    this.send(KEEP_PLANS);
  }

  /** The time of this unit by the database clock: one instant for everything that commits together. */
  now(): Promise<Date> {
    const unit = this.current();
    unit.now ??= this.clock.now((statement) => this.rows(statement), unit.begun);
    return unit.now;
  }

  /**
   * State of this unit under `key`, made by `create` on first use: a collaborator that gathers rows and writes them
   * once, at the end, registers its writing with {@link beforeCommit} when it creates the state.
   */
  gathered<T>(key: symbol, create: () => T): T {
    const { gathered } = this.current();
    if (!gathered.has(key)) gathered.set(key, create());
    return gathered.get(key) as T;
  }

  /**
   * Runs `hook` as the last work of the unit, still inside its transaction. Hooks begin in the order in which they came and then
   * ask beside each other, so that what the unit has locked waits for few round trips; one that comes from a hook is run after.
   */
  beforeCommit(hook: () => Promise<void>): void {
    this.current().beforeCommit.push(hook);
  }

  /** Runs `hook` when and only when the unit has committed: doorbells, never effects. */
  afterCommit(hook: () => void): void {
    this.current().afterCommit.push(hook);
  }

  /**
   * Runs `hook` when this reading unit has ended well, outside of it and before its caller gets what was read: when the hook
   * fails, the caller gets its error instead.
   */
  afterReading(hook: () => Promise<void>): void {
    this.current().aftermath.afterReading.push(hook);
  }

  isWriting(): boolean {
    return this.current().writable;
  }

  /**
   * Runs `hook` when the unit has failed for good and nothing of it is left: a refused attempt is remembered in a unit of
   * work of its own. Not when the connection was lost.
   */
  afterRollback(hook: () => Promise<void>): void {
    this.current().aftermath.afterRollback.push(hook);
  }

  /** `ending` is the last work of every writing unit, after what the unit itself has asked for. */
  whenEnding(ending: () => Promise<void>): void {
    this.endings.push(ending);
  }

  /** 職員番号 of who acts in this unit, as far as {@link actsFor} was told. */
  actor(): string | null {
    return this.current().aftermath.by;
  }

  /** `watch` hears of every writing unit that a guard of the database has refused, when nothing of it is left. */
  whenRefused(watch: (refusal: GuardRefusal) => Promise<void>): void {
    this.watchers.push(watch);
  }

  /** Names who acts in this unit, for the trace of a refusal. */
  actsFor(staffNo: string): void {
    this.current().aftermath.by = staffNo;
  }

  private async look<T>(work: () => Promise<T>, manner: 'read' | 'glance' = 'read'): Promise<T> {
    const aftermath = nothingYet();
    const seen = await this.begin(manner, work, aftermath);
    for (const hook of aftermath.afterReading) await hook();
    return seen;
  }

  private watching(error: unknown, { by }: Aftermath): (() => Promise<void>)[] {
    const refused = guardOf(error);
    return refused === null ? [] : this.watchers.map((watch) => () => watch({ ...refused, by }));
  }

  private query(statement: Sql): Promise<Answer> {
    return this.asking().query(statement);
  }

  private asking(): UnitConnection {
    const { connection, ended } = this.current();
    if (ended) throw new AskedForMore();
    return connection;
  }

  private current(): Unit {
    const unit = this.running.getStore();
    if (!unit?.open)
      throw new Error(
        'No unit of work is open. Call UnitOfWork.run, read or glance in the use case, and await everything in it.',
      );
    return unit;
  }

  private async begin<T>(manner: Manner, work: () => Promise<T>, aftermath: Aftermath): Promise<T> {
    const writable = manner === 'write';
    const connection = await UnitConnection.lend(this.dataSource, this.names);
    const unit = unitOn(connection, { writable, aftermath });
    const end = () => {
      unit.ended = true;
      connection.end();
    };
    try {
      connection.begin(writable ? 'write' : 'read');
      const visit = Visits.current();
      // A writing unit may have waited when it asks for its time: it asks anew.
      if (visit && writable) void connection.enter(forWriting(visit));
      else if (visit) unit.begun = connection.enter(visit);
      const asked = this.running.run(unit, async () => {
        const done = await work();
        await allOf(unit.beforeCommit);
        if (writable) for (const ending of this.endings) await ending();
        return done;
      });
      if (manner === 'glance') end();
      const result = await asked;
      unit.open = false;
      if (writable) await connection.commit();
      else if (!unit.ended) end();
      ring(unit.afterCommit);
      return result;
    } catch (error) {
      unit.open = false;
      await connection.rollback();
      throw connection.heard(error);
    } finally {
      unit.open = false;
      await connection.release();
    }
  }
}

/** A glance that was not one. */
class AskedForMore extends Error {}

function isRetriable(error: unknown): boolean {
  if (error instanceof StalePlan) return true;
  return typeof error === 'object' && error !== null && 'code' in error && RETRIABLE.has(String(error.code));
}

function pause(attempt: number): Promise<void> {
  const ms = 5 * 2 ** attempt * (0.5 + Math.random());
  return new Promise((resolve) => setTimeout(resolve, ms));
}
