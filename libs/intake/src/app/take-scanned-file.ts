import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { type DroppedFile, type DropPlace, ObjectMissing } from '@fubako/platform/object-store';
import { ReceiveUpload, SplitBatch } from '@fubako/scans';
import { mayPass, type ScanInlet } from '../core/scan-inlet';
import { type KnownArrival, ScanArrivalRows } from '../data/scan-arrival-rows';
import { EnterScannedFile, type ScannedFile } from './enter-scanned-file';
import { reasonFile } from './scan-reasons';
import { SCANNER } from './scanned-letters';

interface Lying {
  readonly place: DropPlace;
  readonly inlet: ScanInlet;
  readonly dropped: DroppedFile;
}

/**
 * 取込み of one whole file: through the same gate as every upload, once. It is taken away from where it lay only after
 * what became of it has committed; a look after a crash finds that written and only clears away (SCI-3, SCI-4).
 */
@Injectable()
export class TakeScannedFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ScanArrivalRows,
    private readonly receive: ReceiveUpload,
    private readonly split: SplitBatch,
    private readonly enter: EnterScannedFile,
  ) {}

  /** @throws ObjectStoreUnavailable, ObjectMissing when it is gone or another one by now */
  async run(lying: Lying): Promise<KnownArrival['state']> {
    const { place, inlet, dropped } = lying;
    const sight = { inlet: inlet.code, place: place.kind, fileName: dropped.name, mark: dropped.mark };
    const known = await this.uow.read(() => this.rows.known(sight));
    const became =
      known && known.state !== 'waiting' ? known : await this.takeIn(lying, { ...sight, ...dropped, id: newId() });
    await this.clear(lying, became);
    return became.state;
  }

  private async takeIn(lying: Lying, file: ScannedFile): Promise<KnownArrival> {
    try {
      const scanned = await this.receiveFrom(lying);
      const uploadIds = (await this.partsOf(lying, scanned.sha256)) ?? [scanned.id];
      const state = await this.enter.run(lying.inlet, file, { scanned: scanned.sha256, uploadIds });
      return { id: file.id, state, reason: null };
    } catch (error) {
      if (!(error instanceof DomainError) || error instanceof ObjectMissing) throw error;
      return this.keepOut(file, error);
    }
  }

  private async receiveFrom({ place, inlet, dropped }: Lying): Promise<{ id: string; sha256: string }> {
    const body = await place.open(inlet.code, dropped);
    try {
      const nameHeader = nameHeaderOf(dropped.name);
      const file = { staffNo: SCANNER, nameHeader, announcedBytes: dropped.bytes, body };
      // What waits for the virus scanner lies where it lies, and not in quarantine as well.
      return await this.receive.run({ ...file, registered: () => Promise.resolve() });
    } finally {
      body.destroy();
    }
  }

  private async partsOf({ inlet, dropped }: Lying, sha256: string): Promise<string[] | null> {
    const { splitBy } = inlet;
    return splitBy === 'none' ? null : this.split.run({ sha256, splitBy, staffNo: SCANNER, fileName: dropped.name });
  }

  private keepOut(file: ScannedFile, { code, facts }: DomainError): Promise<KnownArrival> {
    const state = mayPass(code) ? 'waiting' : 'refused';
    const reason = { code, facts };
    return this.uow.run(async () => {
      const at = await this.uow.now();
      const arrivedAt = file.modifiedAt > at ? at : file.modifiedAt;
      const arrival = { ...file, arrivedAt, notedAt: at };
      await this.rows.noteKeptOut(arrival, state, reason);
      return (await this.rows.known(file)) ?? { id: file.id, state, reason };
    });
  }

  private async clear({ place, inlet, dropped }: Lying, { id, state, reason }: KnownArrival): Promise<void> {
    if (state === 'waiting') return;
    if (reason === null) return place.remove(inlet.code, dropped);
    await place.putAside(inlet.code, dropped, { id, reason: reasonFile(dropped.name, reason) });
  }
}

/** As `X-File-Name` carries it; a broken surrogate becomes what can never be decoded, and is refused as such. */
function nameHeaderOf(name: string): string {
  try {
    return encodeURIComponent(name);
  } catch {
    return '%ff';
  }
}
