import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { type StoredObject, StoredObjects } from '../data/stored-objects';
import { UploadRows } from '../data/upload-rows';
import { refuse } from '../errors';

export interface ReceivedUpload {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly pages: number | null;
}

export interface Registration {
  readonly staffNo: string;
  readonly fileName: string;
  /** When its way into custody began. */
  readonly since: Date;
  readonly object: StoredObject;
  /** Called in the unit that registers the upload. */
  readonly registered: ((uploadId: string) => Promise<void>) | undefined;
}

/** The row that says that a file is here and whose it is; its bytes are in custody by now. */
@Injectable()
export class RegisterUpload {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly objects: StoredObjects,
    private readonly uploads: UploadRows,
  ) {}

  /** @throws DomainError scans.being-removed */
  run({ staffNo, fileName, since, object, registered }: Registration): Promise<ReceivedUpload> {
    const { sha256, bytes, pages, mediaType } = object;
    const id = newId<string>();
    return this.uow.run(async () => {
      const at = await this.uow.now();
      if (!(await this.objects.keep(object, at, since))) throw refuse('scans.being-removed', {});
      await this.uploads.insert({ id, staff_no: staffNo, file_name: fileName, media_type: mediaType, sha256 }, at);
      await registered?.(id);
      return { id, fileName, mediaType, bytes, sha256, pages };
    });
  }
}
