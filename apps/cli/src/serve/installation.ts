import { join } from 'node:path';

import { untilReady } from './address';
import { API_FLAGS } from './api-flags';
import { type DataFolder, holdsSampleTown, rememberSampleTown, rememberSampleTownBegun } from './data-folder';
import { type Database, openDatabase } from './database';
import { type Logins, freshLogins, loginEnvironment } from './logins';
import { memoryOf, memoryOfFamily } from './memory';
import { runOperatorCommand } from './operator-command';
import type { ServeOptions } from './options';
import { endOrphan } from './process-file';
import { Refused } from './refused';
import { SupervisedProcess, type Surroundings } from './supervised-process';

const readyWithinMs = 90_000;
const giveUpAfterCrashes = 3;
/** API, then worker, then database: together below the ten seconds a terminal or a service manager waits. */
const stopPatienceMs = { api: 3_000, worker: 3_000 };

/** Database, API and worker of one data folder, started and stopped in order. */
export class Installation {
  private database: Database | undefined;
  private api: SupervisedProcess | undefined;
  private worker: SupervisedProcess | undefined;
  private stopped: Promise<void> | undefined;

  constructor(
    private readonly options: ServeOptions,
    /** `dist/apps` */
    private readonly programs: string,
    private readonly around: Surroundings,
  ) {}

  get stopping(): boolean {
    return this.stopped !== undefined;
  }

  /** Ends what an earlier supervisor left, then brings everything up. Resolves when the API is ready. */
  async start(): Promise<void> {
    await endOrphans(this.around);
    this.database = await openDatabase(this.options.databaseUrl, this.around);
    if (this.stopping) return;
    const logins = this.options.logins ?? freshLogins(this.database.url);
    await this.prepareDatabase(logins);
    if (this.stopping) return;
    this.api = this.supervise('api', logins);
    this.worker = this.supervise('worker', logins);
    const { api } = this;
    const gaveUp = (): boolean => this.stopping || api.crashCount >= giveUpAfterCrashes;
    if ((await untilReady(this.options.address, readyWithinMs, gaveUp)) || this.stopping) return;
    const { log } = this.around;
    throw new Refused(
      `The API did not become ready. Its last lines (${log.path}):\n${log.lastLinesOf('api').join('\n')}`,
    );
  }

  /** Resident megabytes by part. */
  memory(): Record<string, number | undefined> {
    const size = (pid: number | undefined, measure = memoryOf) => (pid === undefined ? undefined : measure(pid));
    return {
      api: size(this.api?.pid),
      worker: size(this.worker?.pid),
      supervisor: size(process.pid),
      postgres: size(this.database?.pid(), memoryOfFamily),
    };
  }

  /** Stops API, worker and database in this order; harmless when called twice or before the start has finished. */
  stop(): Promise<void> {
    return (this.stopped ??= this.stopInOrder());
  }

  private async stopInOrder(): Promise<void> {
    await this.api?.stop(stopPatienceMs.api);
    await this.worker?.stop(stopPatienceMs.worker);
    await this.database?.stop();
  }

  private async prepareDatabase(logins: Logins): Promise<void> {
    const script = join(this.programs, 'cli', 'src', 'main.js');
    const { folder } = this.around;
    const environment = this.environment(loginEnvironment(logins, 'operator'));
    await runOperatorCommand({ script, name: 'migrate', shown: false }, environment, this.around);
    if (!this.options.sampleTown || holdsSampleTown(folder) || this.stopping) return;
    rememberSampleTownBegun(folder);
    await runOperatorCommand({ script, name: 'demo', shown: true }, environment, this.around);
    rememberSampleTown(folder);
  }

  private supervise(name: 'api' | 'worker', logins: Logins): SupervisedProcess {
    const script = join(this.programs, name, 'src', 'main.js');
    const environment = this.environment(loginEnvironment(logins, name));
    const flags = name === 'api' ? API_FLAGS : [];
    const supervised = new SupervisedProcess({ name, script, environment, flags }, this.around);
    supervised.start();
    return supervised;
  }

  private environment(logins: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    const { address, sampleTown } = this.options;
    return {
      ...process.env,
      ...logins,
      FUBAKO_DATA: this.around.folder.path,
      HOST: address.host,
      PORT: String(address.port),
      DEMO: String(sampleTown),
      NODE_COMPILE_CACHE: join(this.around.folder.path, 'compiled'),
    };
  }
}

async function endOrphans({ folder, say }: { folder: DataFolder; say: Surroundings['say'] }): Promise<void> {
  for (const name of ['api', 'worker']) {
    const pid = await endOrphan(folder, name);
    if (pid !== undefined) say(`Ended the ${name} process ${pid}, which an earlier run had left behind.`);
  }
}
