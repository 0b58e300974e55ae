import { Injectable } from '@nestjs/common';
import { type DocumentId, newId } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { DocumentRows } from '../data/document-rows';
import type { MatterTypeRow } from '../data/document.row';
import { refuse } from '../errors';
import { DocumentNews } from './document-news';
import { presetReason } from './edited-content';
import { FilingClasses } from './filing-classes';

/** Writes a new draft and its first ledger entry. */
@Injectable()
export class DraftRows {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentRows,
    private readonly classes: FilingClasses,
    private readonly ledger: Ledger,
    private readonly news: DocumentNews,
  ) {}

  /** What the matter type presets: its class, and the disclosure class that the filing plan gives it. */
  async blankContent(type: MatterTypeRow) {
    const found = await this.classes.find([type.default_class_code]);
    const preset = found.get(type.default_class_code);
    if (!preset) throw refuse('documents.unknown-class', { classCode: type.default_class_code });
    const attributes = {
      classCode: preset.code,
      disclosureClass: preset.disclosureClass,
      disclosureReason: presetReason(preset),
      confidentiality: 'none' as const,
      confidentialUntil: null,
      urgent: false,
      urgencyReason: null,
      dueOn: null,
      escalations: [],
      medium: 'electronic' as const,
      paperReason: null,
      paperNote: null,
      paperAttachments: [],
    };
    return { title: '', fields: {}, amount: null, attributes };
  }

  async insert(draft: Omit<Parameters<DocumentRows['insert']>[0], 'id' | 'at'>): Promise<DocumentId> {
    const id = newId<DocumentId>();
    await this.documents.insert({ ...draft, id, at: await this.uow.now() });
    const facts = {
      matterType: draft.matterType.code,
      matterTypeVersion: draft.matterType.version,
      form: draft.form,
      post: draft.drafter.postCode,
      section: draft.section.code,
    };
    this.ledger.record({
      subject: { kind: 'document', id },
      kind: 'documents.drafted',
      actor: draft.drafter.staffNo,
      facts,
    });
    await this.news.changed([id]);
    return id;
  }
}
