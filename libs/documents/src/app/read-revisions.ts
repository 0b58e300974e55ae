import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { RevisionRows } from '../data/revision-rows';
import type { RevisionChanges, RevisionSummary } from './documents.view.dto';
import { DocumentReading } from './document-reading';

/** Revisions and their differences, for readers of the document. */
@Injectable()
export class ReadRevisions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reading: DocumentReading,
    private readonly rows: RevisionRows,
  ) {}

  list(documentId: string, actor: Actor): Promise<RevisionSummary[]> {
    return this.uow.read(async () => {
      const card = await this.reading.readable(documentId, actor);
      const rows = await this.rows.of(card.id);
      return rows.map((row) => ({
        no: row.no,
        createdAt: row.created_at.toISOString(),
        createdBy: { staffNo: row.created_by, name: row.created_by_name },
        contentDigest: row.digest.toString('hex'),
        title: row.title,
        note: row.note,
      }));
    });
  }

  changes(documentId: string, actor: Actor, { from, to }: { from: number; to?: number }): Promise<RevisionChanges> {
    return this.uow.read(async () => {
      const card = await this.reading.readable(documentId, actor);
      const changes = await (to === undefined
        ? this.reading.compareWithDesk(card, from)
        : this.reading.compare(card, from, to));
      const fields = changes.fields.map((field) => ({
        ...field,
        parts: [...field.parts],
        rows: field.rows.map((row) => ({ ...row, cells: [...row.cells] })),
      }));
      return { ...changes, fields, attachments: [...changes.attachments] };
    });
  }
}
