import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { Settings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import {
  ObjectCorrupt,
  type ReceivedFile,
  receiveFile,
  SourceLengthDiffers,
  StageClock,
} from '@fubako/platform/object-store';
import { ChildFailed } from '../children/child-process';
import { Inspector } from '../children/inspector';
import { inWorkFolder } from '../children/work-folder';
import { extensionOf, readFileName } from '../core/file-name';
import { allowedExtensions, type FileType, fileTypeOf } from '../core/file-types';
import type { Findings } from '../core/findings';
import { judgeContent } from '../core/judge-content';
import { type StoredObject, StoredObjects } from '../data/stored-objects';
import { UploadRows } from '../data/upload-rows';
import { refuse } from '../errors';
import { CustodyDesk } from './custody-desk';

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

export interface ReceivedUpload {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly pages: number | null;
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
    private readonly uow: UnitOfWork,
    private readonly custody: CustodyDesk,
    private readonly inspector: Inspector,
    private readonly objects: StoredObjects,
    private readonly uploads: UploadRows,
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
    const content = await clock.time('inspect', () => this.checkContent(received, { claim, folder }));
    const { since, ...kept } = await this.custody.admitFile(received, clock);
    const object = { ...kept, ...content, mediaType: claim.type.mediaType };
    return clock.time('row', () => this.register({ file, since }, claim, object));
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

  private async checkContent(
    { path }: ReceivedFile,
    { claim, folder }: Pick<Quarantine, 'claim' | 'folder'>,
  ): Promise<Pick<StoredObject, 'pages' | 'activeContent'>> {
    const verdict = judgeContent(claim.type, await this.findings(path, folder));
    if (verdict.accepted) return { pages: verdict.pages, activeContent: verdict.activeContent };
    if ('broken' in verdict) throw refuse('scans.broken-file', { reason: verdict.broken });
    throw refuse('scans.type-mismatch', { extension: claim.extension, actual: verdict.mismatch });
  }

  private async findings(path: string, folder: string): Promise<Findings> {
    try {
      return await this.inspector.inspectFile(path, folder);
    } catch (error) {
      if (error instanceof ChildFailed) throw refuse('scans.broken-file', { reason: 'not-inspectable' });
      throw error;
    }
  }

  private register(
    { file, since }: { file: IncomingFile; since: Date },
    claim: Claim,
    object: StoredObject,
  ): Promise<ReceivedUpload> {
    const { fileName, type } = claim;
    const { sha256, bytes, pages } = object;
    const id = newId<string>();
    return this.uow.run(async () => {
      const at = await this.uow.now();
      if (!(await this.objects.keep(object, at, since))) throw refuse('scans.being-removed', {});
      const sender = { id, staff_no: file.staffNo, file_name: fileName };
      await this.uploads.insert({ ...sender, media_type: type.mediaType, sha256 }, at);
      await file.registered?.(id);
      return { id, fileName, mediaType: type.mediaType, bytes, sha256, pages };
    });
  }
}
