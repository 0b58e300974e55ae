import { loadSettings } from '@fubako/platform/config';
import { PostgresClock, UnitOfWork, createDataSource } from '@fubako/platform/database';
import { BullJobQueue, bullConnectionFor, JobHost, JobRegistry } from '@fubako/platform/jobs';
import { EventBus } from '@fubako/platform/outbox';
import { DeliverOutbox, OutboxRelay, OutboxRows, PublishOutbox, type RelayOptions } from '@fubako/platform/relay';
import { IMPATIENT } from './job-backends';

export const HASTY: Omit<RelayOptions, 'databaseUrl'> = { pollMs: 200, patienceMs: 400, reconcileEveryMs: 100 };

export interface RelayProcess {
  readonly bus: EventBus;
  readonly uow: UnitOfWork;
  readonly queue: BullJobQueue;
  readonly host: JobHost;
  readonly publish: PublishOutbox;
  readonly deliver: DeliverOutbox;
  start(): Promise<void>;
  end(): Promise<void>;
}

/** Relay, deliverer and job host of one worker process, as RelayModule and JobHostModule wire them. */
export async function relayProcess(
  url: string,
  environment: NodeJS.ProcessEnv,
  options = HASTY,
): Promise<RelayProcess> {
  const { values } = loadSettings({ ...environment, DATABASE_URL: url });
  const dataSource = await createDataSource({ url, pool: 10, applicationName: 'fubako-test' }).initialize();
  const uow = new UnitOfWork(dataSource, new PostgresClock());
  const bus = new EventBus(uow);
  const registry = new JobRegistry();
  const queue = new BullJobQueue(registry, bullConnectionFor(values));
  const host = new JobHost(registry, queue, IMPATIENT);
  const rows = new OutboxRows(uow);
  const deliver = new DeliverOutbox(bus, rows, registry);
  const publish = new PublishOutbox(rows, queue, bus);
  const relay = new OutboxRelay(publish, { ...options, databaseUrl: url });
  const start = async () => {
    await host.start();
    await relay.start();
  };
  const end = async () => {
    await relay.stop();
    await host.stop();
    await queue.close();
    await dataSource.destroy();
  };
  return { bus, uow, queue, host, publish, deliver, start, end };
}
