import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { Uploads } from '@fubako/scans';
import { PaperRows } from '../../data/paper/paper-rows';
import { SubstituteRows } from '../../data/paper/substitute-rows';
import { refusePaper } from '../../paper-errors';
import { KeptFiles } from './kept-files';

/** 読み取り: an upload becomes the scan of a record of paper, to be checked and approved by others (SUB-1). */
@Injectable()
export class ScanPaper {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly kept: KeptFiles,
    private readonly paper: PaperRows,
    private readonly rows: SubstituteRows,
    private readonly uploads: Uploads,
  ) {}

  /** @returns id of the substitute @throws DomainError records.no-such-paper, records.not-your-file, records.no-pages, records.substituted-already, scans.* */
  run({ actor, paperRecordId, uploadId }: { actor: Actor; paperRecordId: string; uploadId: string }): Promise<string> {
    return this.uow.run(async () => {
      const record = await this.paper.find(paperRecordId);
      if (!record) throw refusePaper('records.no-such-paper', {});
      const file = await this.kept.mine(record.fileId, actor);
      const { pages, ...upload } = await this.uploads.take(uploadId, actor.staffNo);
      if (pages === null) throw refusePaper('records.no-pages', {});
      const id = newId<string>();
      const at = await this.uow.now();
      const added = await this.rows.add(
        { id, paperRecordId, ...upload, pages },
        { by: actor.staffNo, name: actor.name },
        at,
      );
      if (!added) throw refusePaper('records.substituted-already', {});
      const facts = { substitute: id, record: paperRecordId, sha256: upload.sha256, pages };
      this.kept.note(file.id, 'records.paper-scanned', { actor: actor.staffNo, facts });
      return id;
    });
  }
}
