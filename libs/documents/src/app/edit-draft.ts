import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { DocumentRows, type EditedContent } from '../data/document-rows';
import type { DocumentRow } from '../data/document.row';
import { refuse } from '../errors';
import { DocumentNews } from './document-news';
import { DraftDesk } from './draft-desk';
import { type ContentInput, ContentEditor } from './edited-content';
import { Forms } from './forms';

export interface EditDraftCommand extends ContentInput {
  readonly actor: Actor;
  readonly documentId: string;
  readonly expectedVersion: number;
}

/** Saves what the drafter typed: incomplete is legal, wrong is not, and another tab's save is never overwritten. */
@Injectable()
export class EditDraft {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: DraftDesk,
    private readonly documents: DocumentRows,
    private readonly forms: Forms,
    private readonly editor: ContentEditor,
    private readonly news: DocumentNews,
  ) {}

  run(command: EditDraftCommand): Promise<void> {
    return this.uow.run(async () => {
      const document = await this.desk.open(command.documentId, command.actor);
      if (document.version !== command.expectedVersion) throw staleness(document);
      const form = await this.forms.get(document.form_name, document.form_version);
      const content = await this.editor.edit(contentOf(document), command, form);
      const saved = await this.documents.edit(document, content, { at: await this.uow.now() });
      if (!saved) throw staleness(document);
      await this.news.changed([document.id]);
    });
  }
}

function staleness({ id, version }: DocumentRow) {
  return refuse('documents.changed-meanwhile', { documentId: id, currentVersion: version });
}

export function contentOf(row: DocumentRow): EditedContent {
  return {
    title: row.title,
    fields: row.fields,
    amount: row.amount,
    attributes: {
      classCode: row.class_code,
      disclosureClass: row.disclosure_class,
      disclosureReason: row.disclosure_reason,
      confidentiality: row.confidentiality,
      confidentialUntil: row.confidential_until,
      urgent: row.urgent,
      urgencyReason: row.urgency_reason,
      dueOn: row.due_on,
      escalations: row.escalations,
      medium: row.medium,
      paperReason: row.paper_reason,
      paperNote: row.paper_note,
      paperAttachments: row.paper_attachments,
    },
  };
}
