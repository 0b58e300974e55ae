import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@fubako/kernel';
import { Settings } from '@fubako/platform/config';
import {
  ObjectCorrupt,
  type ReceivedFile,
  receiveFile,
  SourceLengthDiffers,
  StageClock,
} from '@fubako/platform/object-store';
import { inWorkFolder } from '../children/work-folder';
import { extensionOf, readFileName } from '../core/file-name';
import { allowedExtensions, type FileType, fileTypeOf } from '../core/file-types';
import type { StoredObject } from '../data/stored-objects';
import { refuse } from '../errors';
import { ContentGate } from './content-gate';
import { CustodyDesk } from './custody-desk';
import { HoldBack } from './hold-back';
import { type ReceivedUpload, RegisterUpload } from './register-upload';

export interface IncomingFile {
  readonly staffNo: string;
  /** `X-File-Name`, still percent-encoded. */
  readonly nameHeader: string | undefined;
  /** What `Content-Length` announces; null when it is missing or no number. */
  readonly announcedBytes: number | null;
  readonly body: Readable;
  /** Called in the unit that registers the upload. */
  readonly registered?: (uploadId: string) => Promise<void>;
}

interface Claim {
  readonly fileName: string;
  readonly extension: string;
  readonly type: FileType;
  readonly bytes: number;
}

/** Where one file is while nobody trusts it. */
interface Quarantine {
  readonly claim: Claim;
  /** Of this file alone. */
  readonly folder: string;
  readonly clock: StageClock;
}

/** 受け入れ: a file comes in. Either everything is checked and kept, or nothing stays behind (SCN-1). */
@Injectable()
export class ReceiveUpload {
  constructor(
    private readonly settings: Settings,
    private readonly custody: CustodyDesk,
    private readonly gate: ContentGate,
    private readonly holdBack: HoldBack,
    private readonly register: RegisterUpload,
  ) {}

  /**
   * @param clock told how long each stage took
   * @throws DomainError one of `scans.*`; `objects.unavailable` when the store is down
   */
  async run(file: IncomingFile, clock = new StageClock()): Promise<ReceivedUpload> {
    const claim = this.checkClaim(file);
    await this.custody.demandRoom(claim.bytes);
    try {
      return await inWorkFolder((folder) => this.takeIn(file, { claim, folder, clock }));
    } catch (error) {
      // Nothing was kept, so nothing has to be restored: the sender can send again.
      throw error instanceof ObjectCorrupt ? refuse('scans.not-kept', {}) : error;
    }
  }

  /** 検疫: the bytes lie in a folder of their own until they were looked into; then they go into custody, or with the folder. */
  private async takeIn(file: IncomingFile, { claim, folder, clock }: Quarantine): Promise<ReceivedUpload> {
    const path = join(folder, 'content');
    const received = await clock.time('receive', () => this.receive(path, file.body, { claim, clock }));
    const content = await clock.time('inspect', () => this.checkContent(received, file, { claim, folder }));
    const { since, ...kept } = await this.custody.admitFile(received, clock);
    const object = { ...kept, ...content, mediaType: claim.type.mediaType };
    const { staffNo, registered } = file;
    return clock.time('row', () => this.register.run({ staffNo, fileName: claim.fileName, since, object, registered }));
  }

  /** Everything that can be said before the first byte is read. @throws DomainError one of `scans.*` */
  checkClaim({ nameHeader, announcedBytes }: Pick<IncomingFile, 'nameHeader' | 'announcedBytes'>): Claim {
    const read = readFileName(nameHeader);
    if ('fault' in read) throw refuse('scans.bad-file-name', { fault: read.fault });
    const extension = extensionOf(read.name);
    const type = fileTypeOf(extension);
    if (!type) throw refuse('scans.type-not-allowed', { extension, allowed: allowedExtensions });
    if (announcedBytes === null) throw refuse('scans.length-required', {});
    if (announcedBytes === 0) throw refuse('scans.empty-file', {});
    const maxBytes = this.settings.values.UPLOAD_MAX_BYTES;
    if (announcedBytes > maxBytes) throw refuse('scans.too-large', { bytes: announcedBytes, maxBytes });
    return { fileName: read.name, extension, type, bytes: announcedBytes };
  }

  private async receive(
    path: string,
    body: Readable,
    { claim, clock }: Pick<Quarantine, 'claim' | 'clock'>,
  ): Promise<ReceivedFile> {
    const limits = { maxBytes: this.settings.values.UPLOAD_MAX_BYTES, expectedBytes: claim.bytes, clock };
    try {
      return await receiveFile(path, body, limits);
    } catch (error) {
      if (error instanceof SourceLengthDiffers) throw refuse('scans.interrupted', { expectedBytes: claim.bytes });
      throw error;
    }
  }

  /** What the scanner could not judge stays in quarantine; what came in pieces lies there already. */
  private async checkContent(
    received: ReceivedFile,
    file: IncomingFile,
    { claim, folder }: Pick<Quarantine, 'claim' | 'folder'>,
  ): Promise<Pick<StoredObject, 'pages' | 'activeContent'>> {
    try {
      return await this.gate.pass({ path: received.path, folder }, claim);
    } catch (error) {
      if (isWaiting(error) && !file.registered)
        await this.holdBack.run(received, { staffNo: file.staffNo, fileName: claim.fileName });
      throw error;
    }
  }
}

function isWaiting(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'scans.scan-waiting';
}
