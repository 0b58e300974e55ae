import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import type { Language } from '@fubako/platform/http';
import { UnitOfWork } from '@fubako/platform/database';
import { notYetMade, Renditions, type RenditionStatus } from '@fubako/scans';
import { AttachmentRows } from '../data/attachment-rows';
import type { AttachmentRow, DocumentRow } from '../data/document.row';
import { MatterTypeRows } from '../data/matter-type-rows';
import type { AttachmentView, DocumentView } from './documents.view.dto';
import { offeredTo } from './document-acts';
import { DraftDesk } from './draft-desk';
import { contentOf } from './edit-draft';
import { FilingClasses } from './filing-classes';

/** Documents as a reader sees them. */
@Injectable()
export class DocumentViews {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: DraftDesk,
    private readonly attachments: AttachmentRows,
    private readonly types: MatterTypeRows,
    private readonly classes: FilingClasses,
    private readonly renditions: Renditions,
  ) {}

  /** @throws DomainError documents.not-found */
  detail(documentId: string, actor: Actor, language: Language): Promise<DocumentView> {
    return this.uow.read(async () => {
      const row = await this.desk.read(documentId, actor);
      const type = await this.types.find({ code: row.matter_type, version: row.matter_type_version });
      const filing = (await this.classes.find([row.class_code])).get(row.class_code);
      const attachments = await this.viewsOf(row.id);
      return {
        ...documentView(row),
        matterTypeName: type?.name ?? row.matter_type,
        className: filing?.name ?? row.class_code,
        retentionLabel: filing?.retentionLabel ?? '',
        attachments,
        relatives: (await this.desk.relativesOf(row.id, actor)).map((one) => ({ ...one })),
        ...offeredTo(actor, row, language),
      };
    });
  }

  /** @throws DomainError documents.not-found */
  attachmentsOf(documentId: string, actor: Actor): Promise<AttachmentView[]> {
    return this.uow.read(async () => this.viewsOf((await this.desk.read(documentId, actor)).id));
  }

  private async viewsOf(documentId: string): Promise<AttachmentView[]> {
    const rows = await this.attachments.of(documentId);
    const states = await this.renditions.of(rows.map(({ sha256 }) => sha256));
    return rows.map((row, index) => attachmentView(row, index + 1, states.get(row.sha256) ?? notYetMade));
  }
}

function documentView(row: DocumentRow) {
  const { title, fields, attributes } = contentOf(row);
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    matterType: row.matter_type,
    form: { name: row.form_name, version: row.form_version },
    title,
    fields: { ...fields },
    attributes: {
      ...attributes,
      escalations: [...attributes.escalations],
      paperAttachments: [...attributes.paperAttachments],
    },
    drafter: drafterView(row),
    draftNumber: row.draft_number,
    dispatchNumber: row.dispatch_number,
    draftedAt: row.drafted_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    submittedAt: row.submitted_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    executedAt: row.executed_at?.toISOString() ?? null,
    revisionNo: row.revision_no,
    contentDigest: row.content_digest?.toString('hex') ?? null,
  };
}

export function drafterView(row: DocumentRow) {
  return {
    staffNo: row.drafter_staff_no,
    name: row.drafter_name,
    postTitle: row.drafter_post_title,
    unitCode: row.unit_code,
    unitName: row.unit_name,
    sectionCode: row.section_code,
    sectionName: row.section_name,
  };
}

function attachmentView(row: AttachmentRow, order: number, status: RenditionStatus): AttachmentView {
  const place = `/api/v1/documents/${row.document_id}/attachments/${row.id}`;
  return {
    id: row.id,
    order,
    fileName: row.file_name,
    label: row.label,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    addedAt: row.added_at.toISOString(),
    addedBy: { staffNo: row.added_by, name: row.added_by_name },
    pages: row.pages ?? status.pages,
    addedAfterDecision: row.addition !== null,
    additionReason: row.addition?.reason ?? null,
    rendition: status.rendition,
    text: status.text,
    activeContent: [...status.activeContent],
    thumbnails: status.thumbnails,
    originalUrl: `${place}/original`,
    pdfUrl: status.rendition === 'ready' ? `${place}/pdf` : null,
  };
}
