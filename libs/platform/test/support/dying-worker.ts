// A worker whose consumer stops in the middle of its effect, uncommitted: the parent kills it there.
import 'reflect-metadata';
import { happened, leaveEffect } from './news';
import { relayProcess } from './relay-process';

async function main(): Promise<void> {
  const { DATABASE_URL = '', ...environment } = process.env;
  const worker = await relayProcess(DATABASE_URL, environment);
  worker.bus.later(happened, 'test.effect', (event, delivery) =>
    delivery.complete(async () => {
      await leaveEffect(worker.uow, event.payload.n);
      process.send?.('in the middle');
      await new Promise(() => setInterval(() => undefined, 1_000));
    }),
  );
  await worker.start();
}

void main();
