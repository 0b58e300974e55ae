import { request as httpRequest } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { ActorRequest } from '@fubako/platform/authz';
import { LedgerModule } from '@fubako/ledger';
import { ConfigModule, loadSettings } from '@fubako/platform/config';
import { DatabaseModule, type Sql, sql, UnitOfWork } from '@fubako/platform/database';
import { ProblemCatalogue, ProblemFilter, requestProblems } from '@fubako/platform/http';
import { JobsModule } from '@fubako/platform/jobs';
import { ObjectHall, ObjectStore, ObjectStoreModule, objectStoreProblems } from '@fubako/platform/object-store';
import { ObservabilityModule } from '@fubako/platform/observability';
import { EventBus, OutboxModule } from '@fubako/platform/outbox';
import { type TestDatabase, testDatabase } from '@fubako/platform/testing';
import { scansProblems, ScansModule } from '@fubako/scans';
import type { NextFunction, Response } from 'express';

export const MAX_BYTES = 300 * 1024;
export const CLERK = '1001';

export interface Answer {
  readonly status: number;
  // Test code looks into answers of any shape.
  readonly body: Record<string, unknown>;
  /** What the API says of the time it took. */
  readonly timing: string;
}

interface Sent {
  readonly bytes?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly staffNo?: string;
}

interface Sending {
  readonly name?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly staffNo?: string;
}

/** The composed module before a real database and a real file tree, spoken to by HTTP. */
export class ScansUnderTest {
  private constructor(
    readonly app: INestApplication,
    readonly folder: string,
    readonly database: TestDatabase,
  ) {}

  /** @param more settings beside those of the test */
  static async start(more: Readonly<Record<string, string>> = {}): Promise<ScansUnderTest> {
    const database = await testDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'fubako-scans-'));
    const settings = loadSettings({
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      FUBAKO_DATA: folder,
      UPLOAD_MAX_BYTES: String(MAX_BYTES),
      ...more,
    });
    const platform = [
      ConfigModule.with(settings),
      DatabaseModule,
      OutboxModule,
      ObjectStoreModule,
      ObservabilityModule,
      JobsModule,
      LedgerModule,
    ];
    const testing = await Test.createTestingModule({ imports: [...platform, ScansModule] }).compile();
    const app = testing.createNestApplication({ logger: false });
    app.use((request: ActorRequest, _response: Response, next: NextFunction) => {
      request.actor = { staffNo: request.get('X-Staff-No') ?? CLERK } as never;
      next();
    });
    app.useGlobalFilters(
      new ProblemFilter(new ProblemCatalogue([requestProblems, objectStoreProblems, scansProblems])),
    );
    await app.listen(0, '127.0.0.1');
    return new ScansUnderTest(app, folder, database);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  get<T>(token: abstract new (...args: never[]) => T): T {
    return this.app.get(token as never);
  }

  get port(): number {
    return (this.app.getHttpServer().address() as AddressInfo).port;
  }

  /** Sends bytes in one request. */
  send(bytes: Buffer, { name = '起案.pdf', headers = {}, staffNo = CLERK }: Sending = {}): Promise<Answer> {
    const all = {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(bytes.length),
      'X-File-Name': encodeURIComponent(name),
      ...headers,
    };
    return this.ask('POST', '/uploads', { bytes, headers: all, staffNo });
  }

  /** @param sent a header of no characters is not sent at all */
  ask(method: string, path: string, { bytes, headers = {}, staffNo = CLERK }: Sent = {}): Promise<Answer> {
    const all = { 'X-Staff-No': staffNo, ...headers };
    const present = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        { port: this.port, host: '127.0.0.1', method, path, headers: present },
        (response) => {
          response.setEncoding('utf8');
          let text = '';
          response.on('data', (chunk: string) => (text += chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              body: JSON.parse(text || '{}') as Record<string, unknown>,
              timing: String(response.headers['server-timing'] ?? ''),
            }),
          );
        },
      );
      request.on('error', reject);
      request.end(bytes);
    });
  }

  rows<T>(statement: Sql): Promise<T[]> {
    const uow = this.get(UnitOfWork);
    return uow.read(() => uow.rows<T>(statement));
  }

  async count(table: 'upload' | 'stored_object' | 'page_text'): Promise<number> {
    const tables = {
      upload: sql`scans.upload`,
      stored_object: sql`scans.stored_object`,
      page_text: sql`scans.page_text`,
    };
    const [row] = await this.rows<{ n: number }>(sql`select count(*)::int as n from ${tables[table]}`);
    return row?.n ?? -1;
  }

  async keysIn(hall: ObjectHall): Promise<string[]> {
    const keys: string[] = [];
    for await (const { key } of this.get(ObjectStore).list(hall)) keys.push(key);
    return keys;
  }

  /** Does once more what the worker does for every outbox row of this consumer, whether done or not. */
  async work(consumer: string): Promise<number> {
    const owed = await this.rows<{ event_id: string; event_name: string; subject: string; payload: object }>(sql`
      select event_id, event_name, subject, payload from platform.outbox where consumer = ${consumer} order by id`);
    const handler = this.get(EventBus).consumer(consumer);
    const uow = this.get(UnitOfWork);
    for (const { event_id: id, event_name: name, subject, payload } of owed) {
      await handler?.({ id, name, subject, payload }, { attempt: 1, complete: (work) => uow.run(work) });
    }
    return owed.length;
  }
}
