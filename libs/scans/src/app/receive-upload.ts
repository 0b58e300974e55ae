import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { Settings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import { ObjectCorrupt, type Quarantined, SourceLengthDiffers } from '@fubako/platform/object-store';
import { ChildFailed } from '../children/child-process';
import { Inspector } from '../children/inspector';
import { extensionOf, readFileName } from '../core/file-name';
import { allowedExtensions, type FileType, fileTypeOf } from '../core/file-types';
import type { Findings } from '../core/findings';
import { judgeContent } from '../core/judge-content';
import { type NewStoredObject, StoredObjects } from '../data/stored-objects';
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

  /** @throws DomainError one of `scans.*`; `objects.unavailable` when the store is down */
  async run(file: IncomingFile): Promise<ReceivedUpload> {
    const claim = this.checkClaim(file);
    await this.custody.demandRoom(claim.bytes);
    const deposit = await this.deposit(file.body, claim.bytes);
    try {
      const content = await this.checkContent(deposit, claim);
      const { since, ...kept } = await this.custody.admit(deposit);
      const object = { ...kept, ...content, mediaType: claim.type.mediaType };
      return await this.register({ staffNo: file.staffNo, since }, claim, object);
    } catch (error) {
      await this.custody.discard(deposit);
      // Nothing was kept, so nothing has to be restored: the sender can send again.
      throw error instanceof ObjectCorrupt ? refuse('scans.not-kept', {}) : error;
    }
  }

  /** Everything that can be said before the first byte is read. */
  private checkClaim({ nameHeader, announcedBytes }: IncomingFile): Claim {
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

  private async deposit(body: Readable, expectedBytes: number): Promise<Quarantined> {
    try {
      return await this.custody.deposit(body, { maxBytes: this.settings.values.UPLOAD_MAX_BYTES, expectedBytes });
    } catch (error) {
      if (error instanceof SourceLengthDiffers) throw refuse('scans.interrupted', { expectedBytes });
      throw error;
    }
  }

  private async checkContent(
    deposit: Quarantined,
    claim: Claim,
  ): Promise<Pick<NewStoredObject, 'pages' | 'activeContent'>> {
    const verdict = judgeContent(claim.type, await this.findings(deposit));
    if (verdict.accepted) return { pages: verdict.pages, activeContent: verdict.activeContent };
    if ('broken' in verdict) throw refuse('scans.broken-file', { reason: verdict.broken });
    throw refuse('scans.type-mismatch', { extension: claim.extension, actual: verdict.mismatch });
  }

  private async findings(deposit: Quarantined): Promise<Findings> {
    try {
      return await this.inspector.inspect(() => this.custody.openQuarantined(deposit));
    } catch (error) {
      if (error instanceof ChildFailed) throw refuse('scans.broken-file', { reason: 'not-inspectable' });
      throw error;
    }
  }

  private register(
    { staffNo, since }: { staffNo: string; since: Date },
    claim: Claim,
    object: NewStoredObject,
  ): Promise<ReceivedUpload> {
    const { fileName, type } = claim;
    const { sha256, bytes, pages } = object;
    const id = newId<string>();
    return this.uow.run(async () => {
      const at = await this.uow.now();
      if (!(await this.objects.keep(object, at, since))) throw refuse('scans.being-removed', {});
      await this.uploads.insert({ id, staff_no: staffNo, file_name: fileName, media_type: type.mediaType, sha256 }, at);
      return { id, fileName, mediaType: type.mediaType, bytes, sha256, pages };
    });
  }
}
