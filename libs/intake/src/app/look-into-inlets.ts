import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { type DroppedFile, type DropPlace, DropPlaces, ObjectMissing } from '@fubako/platform/object-store';
import { type ArrivalState, isWhole, type ScanInlet } from '../core/scan-inlet';
import { ScanArrivalRows } from '../data/scan-arrival-rows';
import { TakeScannedFile } from './take-scanned-file';

interface Seen {
  readonly mark: string;
  readonly since: Date;
}

/** So many files of one inlet in one look: the next look goes on. */
const MOST = 50;

/** 取込口の見回り: takes in what lies whole in the inlets, inlet by inlet; trouble in one does not stop the others. */
@Injectable()
export class LookIntoInlets {
  private readonly log = new Logger(LookIntoInlets.name);
  /** What lay where at the last look. Lost with the process, which costs one more look. */
  private seen = new Map<string, Seen>();
  private looking = false;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly places: DropPlaces,
    private readonly rows: ScanArrivalRows,
    private readonly take: TakeScannedFile,
  ) {}

  /** @returns how many files met which end; a look while another one is under way sees nothing */
  async run(): Promise<Readonly<Record<ArrivalState, number>>> {
    const count = { taken: 0, repeated: 0, refused: 0, waiting: 0 };
    if (this.places.all.length === 0 || this.looking) return count;
    this.looking = true;
    try {
      await this.look(count);
    } finally {
      this.looking = false;
    }
    return count;
  }

  private async look(count: Record<ArrivalState, number>): Promise<void> {
    const { inlets, at } = await this.uow.read(async () => ({
      inlets: await this.rows.inlets(),
      at: await this.uow.now(),
    }));
    const still = new Map<string, Seen>();
    for (const place of this.places.all)
      for (const inlet of inlets)
        await this.orLater(`${place.kind} ${inlet.code}`, async () => {
          for (const dropped of await this.wholeFiles({ place, inlet, at }, still))
            await this.orLater(`${place.kind} ${inlet.code}`, async () => {
              count[await this.take.run({ place, inlet, dropped })] += 1;
            });
        });
    this.seen = still;
  }

  private async wholeFiles(
    { place, inlet, at }: { place: DropPlace; inlet: ScanInlet; at: Date },
    still: Map<string, Seen>,
  ): Promise<DroppedFile[]> {
    await place.prepare(inlet.code);
    const lying = await place.list(inlet.code);
    const names = lying.map(({ name }) => name);
    await this.uow.run(() => this.rows.forgetGone({ inlet: inlet.code, place: place.kind }, names));
    const whole: DroppedFile[] = [];
    for (const file of lying) {
      const key = `${place.kind}/${inlet.code}/${file.name}`;
      const before = this.seen.get(key) ?? null;
      still.set(key, before?.mark === file.mark ? before : { mark: file.mark, since: at });
      if (isWhole(file, before, at) && whole.length < MOST) whole.push(file);
    }
    return whole;
  }

  /** What cannot be done now is done by a later look; that it could not is in the log, without names of files. */
  private async orLater(where: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof ObjectMissing) return;
      const code = error instanceof DomainError ? error.code : error instanceof Error ? error.name : 'unknown';
      this.log.warn(`Inlet ${where}: ${code}; the next look tries again.`);
    }
  }
}
