import { Injectable } from '@nestjs/common';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type DocumentContent, sealContent } from '../core/content';
import { withoutBlanks } from '../core/form-schema';
import { AttachmentRows } from '../data/attachment-rows';
import type { DocumentRow } from '../data/document.row';
import { RevisionRows } from '../data/revision-rows';
import { refuse } from '../errors';
import { contentOf } from './edit-draft';
import { attributeFaults } from './edited-content';
import { Forms } from './forms';
import { ReferredFields } from './referred-fields';

export interface FrozenRevision {
  readonly no: number;
  readonly digest: Buffer;
  readonly at: Date;
}

/** Freezes what the drafter submits: the bytes every act of this round is bound to (RULE-60). Within a unit, document locked. */
@Injectable()
export class FreezeRevision {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly forms: Forms,
    private readonly attachments: AttachmentRows,
    private readonly revisions: RevisionRows,
    private readonly settings: MunicipalitySettings,
    private readonly referred: ReferredFields,
  ) {}

  /** @throws DomainError documents.incomplete with every field that is missing or wrong */
  async run(document: DocumentRow, actor: Actor, note: string | null): Promise<FrozenRevision> {
    await this.refuseIncomplete(document);
    const { canonical, digest } = sealContent(await this.contentOf(document));
    const at = await this.uow.now();
    const no = document.revision_no + 1;
    await this.revisions.insert(document.id, {
      no,
      canonical,
      digest,
      title: document.title,
      note,
      created_at: at,
      created_by: actor.staffNo,
      created_by_name: actor.name,
    });
    return { no, digest, at };
  }

  private async refuseIncomplete(document: DocumentRow): Promise<void> {
    const { schema, check } = await this.forms.get(document.form_name, document.form_version);
    const { attributes } = contentOf(document);
    const errors = [
      ...check.submissionFaults(document.fields),
      ...(await this.referred.faults(schema, document.fields)),
      ...attributeFaults(attributes, (await this.settings.current()).paperReasons),
    ];
    if (errors.length > 0) throw refuse('documents.incomplete', { errors });
  }

  private async contentOf(document: DocumentRow): Promise<DocumentContent> {
    const attachments = await this.attachments.of(document.id);
    return {
      matterType: document.matter_type,
      form: { name: document.form_name, version: document.form_version },
      fields: withoutBlanks(document.fields),
      classCode: document.class_code,
      disclosureClass: document.disclosure_class,
      confidentiality: document.confidentiality,
      ...(document.confidential_until === null ? {} : { confidentialUntil: document.confidential_until }),
      ...(document.medium === 'electronic'
        ? {}
        : { medium: document.medium, paperAttachments: [...document.paper_attachments] }),
      attachments: attachments.map((a) => ({ id: a.id, fileName: a.file_name, label: a.label, sha256: a.sha256 })),
    };
  }
}
