import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { AttachmentRows } from '../data/attachment-rows';
import { ReadMarks, WHOLE_DOCUMENT } from '../data/read-marks';
import { DraftDesk } from './draft-desk';

/** 既読: remembers what a person has opened; ids that are no attachments of the document are passed over. */
@Injectable()
export class MarkRead {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: DraftDesk,
    private readonly attachments: AttachmentRows,
    private readonly marks: ReadMarks,
  ) {}

  run(command: { actor: Actor; documentId: string; attachmentIds: readonly string[] }): Promise<void> {
    return this.uow.run(async () => {
      const document = await this.desk.read(command.documentId, command.actor);
      const present = (await this.attachments.of(document.id)).map(({ id }) => id);
      const opened = command.attachmentIds.filter((id) => present.includes(id));
      await this.marks.add(command.actor.staffNo, document.id, [WHOLE_DOCUMENT, ...opened]);
    });
  }
}
