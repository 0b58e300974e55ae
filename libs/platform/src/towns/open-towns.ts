import { Logger } from '@nestjs/common';
import { type DeploymentTown, type Towns, loadTowns } from '../config';
import { TownTrace } from '../observability';

const LOOK_EVERY_MS = 5_000;
const TRY_AGAIN_MS = 15_000;

/** How a process opens and closes one town: everything of it, from the connections to the caches, is made anew for it. */
export interface TownDoor<App> {
  open(town: DeploymentTown): Promise<App>;
  close(app: App): Promise<void>;
}

interface Place<App> {
  readonly town: DeploymentTown;
  /** null: it could not be opened, and is tried again */
  app: App | null;
  triedAt: number;
}

/**
 * 自治体 of this process, each with an application of its own (ADR 0040). A town that is added while the process runs is
 * opened within seconds; one that cannot be opened keeps no other from being served.
 */
export class OpenTowns<App> {
  private readonly logger = new Logger('towns');
  private readonly places = new Map<string, Place<App>>();
  private readonly told = new Map<string, string>();
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly door: TownDoor<App>,
    private readonly load: () => Towns = loadTowns,
  ) {}

  /** @throws what opening threw, when there is one town only */
  async start(): Promise<void> {
    const { towns, faults } = this.load();
    const [only] = towns;
    if (towns.length === 1 && faults.size === 0 && only) this.keep(only, await this.door.open(only));
    else await this.look();
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  /** The one town whatever its host, while there is but one; undefined: no town has this name. null: not to be had now. */
  at(host: string): App | null | undefined {
    return this.placeAt(host)?.app;
  }

  nameAt(host: string): string | null {
    return this.alone ? null : (this.placeAt(host)?.town.name ?? null);
  }

  get anyOpen(): boolean {
    return [...this.places.values()].some(({ app }) => app !== null);
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.looking;
    const open = [...this.places.values()].flatMap(({ app }) => (app === null ? [] : [app]));
    await Promise.all(open.map((app) => this.door.close(app)));
    this.places.clear();
  }

  /** Opens what is new or could not be opened before. Never rejects. */
  look(): Promise<void> {
    return (this.looking ??= this.openMissing()
      .catch((error: unknown) => this.logger.error({ message: 'the towns cannot be read', error }))
      .finally(() => (this.looking = null)));
  }

  private async openMissing(): Promise<void> {
    const { towns, faults } = this.load();
    for (const [name, fault] of faults) if (!this.places.has(name)) this.tell(name, fault);
    for (const town of towns) {
      const place = this.places.get(town.name);
      if (place && (place.app !== null || Date.now() - place.triedAt < TRY_AGAIN_MS)) continue;
      await this.tryToOpen(town);
    }
  }

  private async tryToOpen(town: DeploymentTown): Promise<void> {
    this.keep(town, null);
    try {
      this.keep(town, await TownTrace.run(town.name, () => this.door.open(town)));
      this.logger.log({ message: 'a town is open', town: town.name });
    } catch (error) {
      this.tell(town.name, error instanceof Error ? error.message : String(error));
    }
  }

  private keep(town: DeploymentTown, app: App | null): void {
    this.places.set(town.name, { town, app, triedAt: Date.now() });
  }

  /** Once for each reason, not every few seconds. */
  private tell(town: string, reason: string): void {
    if (this.told.get(town) === reason) return;
    this.told.set(town, reason);
    this.logger.error(`The town ${town} is not open. ${reason}`);
  }

  private get alone(): boolean {
    return this.places.size === 1;
  }

  private placeAt(host: string): Place<App> | undefined {
    const places = [...this.places.values()];
    return this.alone ? places[0] : places.find(({ town }) => town.hosts.includes(host));
  }
}
