import { Injectable } from '@nestjs/common';
import type { PostCode, UnitCode } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
import type { DocumentRow } from '../data/document.row';
import { MatterTypeRows } from '../data/matter-type-rows';
import type { PastAttachmentRow } from '../data/past-rows';
import type { PastDocument } from './document-past';
import { drafterView } from './document-views';
import type { PastAttachmentView, PastDocumentView, PastPlaceView } from './past.views.dto';

/** Documents of a past day as a reader sees them. Every call is part of the caller's unit of work. */
@Injectable()
export class PastViews {
  constructor(
    private readonly types: MatterTypeRows,
    private readonly charts: OrganisationCharts,
  ) {}

  async of(past: PastDocument): Promise<PastDocumentView> {
    const { row, revision, content, files } = past;
    const type = await this.types.find({ code: row.matter_type, version: row.matter_type_version });
    return {
      id: row.id,
      state: row.state,
      matterType: row.matter_type,
      matterTypeName: type?.name ?? row.matter_type,
      form: content ? { ...content.form } : { name: row.form_name, version: row.form_version },
      title: revision?.title ?? null,
      fields: content && { ...content.fields },
      contentErased: revision !== null && content === null,
      attributes: attributesOf(row),
      drafter: drafterView(row),
      place: await this.placeOf(past),
      ...numbersAndTimes(row),
      revisionNo: revision?.no ?? 0,
      contentDigest: revision?.digest.toString('hex') ?? null,
      attachments: files.map((file) => attachmentView(file)),
    };
  }

  private async placeOf({ row, day }: PastDocument): Promise<PastPlaceView> {
    const chart = await this.charts.on(day);
    const post = row.drafter_post_code as PostCode;
    return {
      unitName: chart.unit(row.unit_code as UnitCode)?.name ?? null,
      sectionName: chart.unit(row.section_code as UnitCode)?.name ?? null,
      postTitle: chart.post(post)?.title ?? null,
      holders: chart.holdersIn(post).map(({ person }) => person.name),
    };
  }
}

function attributesOf(row: DocumentRow): PastDocumentView['attributes'] {
  return {
    classCode: row.class_code,
    disclosureClass: row.disclosure_class,
    confidentiality: row.confidentiality,
    confidentialUntil: row.confidential_until,
    urgent: row.urgent,
    dueOn: row.due_on,
    medium: row.medium,
  };
}

function numbersAndTimes(row: DocumentRow) {
  return {
    draftNumber: row.draft_number,
    dispatchNumber: row.dispatch_number,
    draftedAt: row.drafted_at.toISOString(),
    submittedAt: row.submitted_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    executedAt: row.executed_at?.toISOString() ?? null,
    closedOn: row.closed_on,
  };
}

function attachmentView(row: PastAttachmentRow): PastAttachmentView {
  return {
    id: row.id,
    fileName: row.file_name,
    label: row.label,
    bytes: row.bytes,
    sha256: row.sha256,
    addedAt: row.added_at.toISOString(),
    addedBy: { staffNo: row.added_by, name: row.added_by_name },
    addedAfterDecision: row.addition !== null,
    additionReason: row.addition?.reason ?? null,
    originalUrl: row.removed_at === null ? `/api/v1/documents/${row.document_id}/attachments/${row.id}/original` : null,
  };
}
