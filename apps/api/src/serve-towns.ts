import { once } from 'node:events';
import type { Server } from 'node:http';
import { Logger } from '@nestjs/common';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import type { DeploymentTown, Towns } from '@fubako/platform/config';
import type { Clock } from '@fubako/platform/database';
import { guardBoot } from '@fubako/platform/observability';
import { OpenTowns } from '@fubako/platform/towns';
import { addPages, createApi } from './create-api';
import { frontDoor } from './front-door';

const DRAIN_MS = 5_000;

export interface ServedTowns {
  readonly server: Server;
  readonly towns: OpenTowns<NestExpressApplication>;
  /** Lets running requests end, then closes every town. */
  close(): Promise<void>;
}

/** Lets an application take part in a server of several: it is closed when the server is. */
class TownAdapter extends ExpressAdapter {
  constructor(private readonly drained: () => Promise<void>) {
    super();
  }

  override close(): Promise<void> {
    return this.drained();
  }
}

/** Opens every town and listens. @param load which towns there are; `clock` for tests */
export async function serveTowns(
  at: { readonly host: string; readonly port: number },
  load?: () => Towns,
  clock?: Clock,
): Promise<ServedTowns> {
  let drained = Promise.resolve();
  const door = {
    open: (town: DeploymentTown) => openTown(town, new TownAdapter(() => drained), clock),
    close: (app: NestExpressApplication) => app.close(),
  };
  const towns = new OpenTowns(door, load);
  await towns.start();
  const server = frontDoor(towns).listen(at.port, at.host);
  await once(server, 'listening');
  const close = async () => {
    drained = drain(server);
    await towns.stop();
  };
  return { server, towns, close };
}

async function openTown(town: DeploymentTown, adapter: ExpressAdapter, clock?: Clock): Promise<NestExpressApplication> {
  await guardBoot(town.settings, 'api');
  const app = await createApi(town.settings, clock, adapter);
  addPages(app, town.settings);
  try {
    return await app.init();
  } catch (error) {
    await app.close().catch((fault: unknown) => new Logger('towns').warn({ message: 'closing failed', fault }));
    throw error;
  }
}

/** Streams are ended by the applications; who is still there after the patience is cut off. */
async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(cut);
}
