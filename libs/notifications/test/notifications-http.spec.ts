import { randomUUID } from 'node:crypto';
import { Injectable, type MiddlewareConsumer, Module, type NestMiddleware } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Actor, ActorRequest } from '@fubako/platform/authz';
import { ConfigModule, loadSettings } from '@fubako/platform/config';
import { DatabaseModule, UnitOfWork } from '@fubako/platform/database';
import {
  IdempotencyInterceptor,
  ProblemCatalogue,
  ProblemFilter,
  requestProblems,
  requestValidation,
} from '@fubako/platform/http';
import { JobsModule } from '@fubako/platform/jobs';
import { ObjectStoreModule } from '@fubako/platform/object-store';
import { ObservabilityModule } from '@fubako/platform/observability';
import { EventBus, OutboxModule } from '@fubako/platform/outbox';
import { type TestDatabase, testDatabase } from '@fubako/platform/testing';
import request from 'supertest';
import { NotificationsModule } from '../src';

/** Stands for the session guard: the person is named in a header. */
@Injectable()
class SignedIn implements NestMiddleware {
  use(incoming: ActorRequest, _response: unknown, next: () => void): void {
    incoming.actor = { staffNo: incoming.headers['x-person'] } as unknown as Actor;
    next();
  }
}

describe('notifications over HTTP', () => {
  let database: TestDatabase;
  let app: NestExpressApplication;

  beforeAll(async () => {
    database = await testDatabase();
    const settings = loadSettings({ DATABASE_URL: database.url, NODE_ENV: 'test' });
    @Module({
      imports: [
        ConfigModule.with(settings),
        DatabaseModule,
        OutboxModule,
        ObjectStoreModule,
        ObservabilityModule,
        JobsModule,
        NotificationsModule,
      ],
      providers: [
        { provide: ProblemCatalogue, useValue: new ProblemCatalogue([requestProblems]) },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: requestValidation },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
    })
    class Probe {
      configure(consumer: MiddlewareConsumer): void {
        consumer.apply(SignedIn).forRoutes('*path');
      }
    }
    app = await NestFactory.create<NestExpressApplication>(Probe, { logger: false });
    await app.init();
    const consume = app.get(EventBus).consumer('notifications.returned');
    const payload = {
      documentId: randomUUID(),
      title: '物品購入',
      drafterStaffNo: '2001',
      by: { staffNo: '1', name: '江藤 信一', title: '部長' },
      comment: '',
    };
    await consume?.(
      { id: randomUUID(), name: 'approvals.returned.v1', subject: 'x', payload },
      { attempt: 1, complete: (work) => app.get(UnitOfWork).run(work) },
    );
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const list = (person: string, language = 'ja') =>
    request(app.getHttpServer()).get('/notifications').set('x-person', person).set('Accept-Language', language);
  const read = (person: string, ids: unknown) =>
    request(app.getHttpServer())
      .post('/notifications/read')
      .set('x-person', person)
      .set('Idempotency-Key', randomUUID())
      .send({ ids } as object);

  it('gives the page of the contract in the reader’s language', async () => {
    const { status, body } = await list('2001');
    expect([status, body]).toEqual([
      200,
      {
        items: [
          {
            id: expect.any(String) as string,
            kind: 'returned',
            subjectKind: 'document',
            documentId: expect.any(String) as string,
            title: '物品購入',
            text: '部長 江藤 信一が差し戻しました。理由を確かめ、直してから再提出してください。',
            createdAt: expect.stringMatching(/Z$/) as string,
            readAt: null,
          },
        ],
        nextCursor: null,
        unread: 1,
      },
    ]);
    const english = await list('2001', 'en');
    expect((english.body as { items: { text: string }[] }).items[0]?.text).toMatch(/returned it/);
    expect((await list('2002')).body).toEqual({ items: [], nextCursor: null, unread: 0 });
  });

  it('refuses what is neither ids nor "all", and a forged cursor', async () => {
    for (const ids of ['some', ['no-uuid'], 5, Array.from({ length: 501 }, () => randomUUID())])
      expect((await read('2001', ids)).status).toBe(422);
    const forged = Buffer.from('["x"]').toString('base64url');
    expect(
      (await request(app.getHttpServer()).get(`/notifications?cursor=${forged}`).set('x-person', '2001')).status,
    ).toBe(400);
  });

  it('marks own notices as read, by id or all', async () => {
    const [notice] = ((await list('2001')).body as { items: { id: string }[] }).items;
    expect((await read('2002', [notice!.id])).status).toBe(204);
    expect((await list('2001')).body).toMatchObject({ unread: 1 });
    expect((await read('2001', 'all')).status).toBe(204);
    expect((await list('2001')).body).toMatchObject({
      unread: 0,
      items: [{ readAt: expect.stringMatching(/Z$/) as string }],
    });
  });
});
