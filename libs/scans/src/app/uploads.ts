import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { RenditionRows } from '../data/rendition-rows';
import { UploadRows } from '../data/upload-rows';
import { refuse } from '../errors';
import { uploadTaken } from '../events';

export interface TakenUpload {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly fileName: string;
  readonly pages: number | null;
}

/** Files that were sent and wait to be taken into a document. */
@Injectable()
export class Uploads {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly uploads: UploadRows,
    private readonly renditions: RenditionRows,
    private readonly bus: EventBus,
  ) {}

  /**
   * Takes the upload in the running unit: once, by the person who sent it (SCN-9). Its rendition and text become due.
   * @throws DomainError scans.unknown-upload for anybody else, scans.upload-used the second time
   */
  take(uploadId: string, staffNo: string): Promise<TakenUpload> {
    return this.uow.run(async () => {
      const at = await this.uow.now();
      const row = await this.uploads.take(uploadId, staffNo, at);
      if (!row) throw await this.whyNot(uploadId, staffNo);
      await this.renditions.makeDue(row.sha256, at);
      await this.bus.publish(uploadTaken, row.sha256, { uploadId, sha256: row.sha256 });
      return {
        sha256: row.sha256,
        bytes: row.bytes,
        mediaType: row.media_type,
        fileName: row.file_name,
        pages: row.pages,
      };
    });
  }

  private async whyNot(uploadId: string, staffNo: string): Promise<Error> {
    const own = await this.uploads.belongsTo(uploadId, staffNo);
    return own ? refuse('scans.upload-used', { uploadId }) : refuse('scans.unknown-upload', { uploadId });
  }
}
