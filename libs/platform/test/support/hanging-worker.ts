// A worker that takes the job `test.hang` and never finishes it: the parent kills it.
import 'reflect-metadata';
import { hang } from './jobs';
import { processOn } from './job-backends';

async function main(): Promise<void> {
  const { DATABASE_URL = '', ...environment } = process.env;
  const { registry, host } = processOn(DATABASE_URL, environment);
  registry.handle(hang, async () => {
    process.send?.('started');
    await new Promise(() => setInterval(() => undefined, 1_000));
  });
  await host.start();
}

void main();
