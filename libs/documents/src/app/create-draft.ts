import { Injectable } from '@nestjs/common';
import { type DocumentId, localDateAt, newId } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { OrganisationCharts } from '@fubako/organisation';
import type { Actor, ActorPost } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { DocumentRows } from '../data/document-rows';
import type { MatterTypeRow } from '../data/document.row';
import { MatterTypeRows } from '../data/matter-type-rows';
import { refuse } from '../errors';
import { type ContentInput, ContentEditor, presetReason } from './edited-content';
import { FilingClasses } from './filing-classes';
import { Forms } from './forms';

export interface CreateDraftCommand extends ContentInput {
  readonly actor: Actor;
  readonly matterType: string;
  /** The post in which the drafter acts; the main one when absent (兼務). */
  readonly postCode?: string;
}

/** 起案: opens a draft in the drafter's post and section. Incomplete fields are legal until submission. */
@Injectable()
export class CreateDraft {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly types: MatterTypeRows,
    private readonly forms: Forms,
    private readonly editor: ContentEditor,
    private readonly place: DraftingPlace,
    private readonly rows: DraftRows,
  ) {}

  run(command: CreateDraftCommand): Promise<DocumentId> {
    return this.uow.run(async () => {
      const type = await this.types.find(command.matterType);
      if (!type) throw refuse('documents.unknown-matter-type', { matterType: command.matterType });
      const form = await this.types.currentForm(type.form_name);
      const { check } = await this.forms.get(type.form_name, form.version);
      const blank = await this.rows.blankContent(type);
      const content = await this.editor.edit(blank, command, check);
      const place = await this.place.of(command.actor, command.postCode);
      return this.rows.insert({
        matterType: type.code,
        form: { name: type.form_name, version: form.version },
        content,
        ...place,
      });
    });
  }
}

/** Who drafts, and for which unit and section, by today's organisation. */
@Injectable()
export class DraftingPlace {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
  ) {}

  async of(actor: Actor, postCode?: string) {
    const post = postOf(actor, postCode);
    const chart = await this.charts.on(localDateAt(await this.uow.now()));
    const section = chart.sectionOf(post.unitCode);
    const symbol = chart.symbolOf(post.unitCode);
    if (!section || symbol === null) throw refuse('documents.no-section', { unitName: post.unitName });
    return {
      drafter: { staffNo: actor.staffNo, name: actor.name, postCode: post.code, postTitle: post.title },
      unit: { code: post.unitCode, name: post.unitName },
      section: { code: section.code, name: section.name, symbol },
    };
  }
}

function postOf(actor: Actor, postCode?: string): ActorPost {
  const wanted = actor.posts.find((post) => (postCode === undefined ? post.kind === 'main' : post.code === postCode));
  const post = wanted ?? (postCode === undefined ? actor.posts[0] : undefined);
  if (!post) throw refuse('documents.no-post', { staffNo: actor.staffNo });
  return post;
}

/** Writes a new draft and its first ledger entry. */
@Injectable()
export class DraftRows {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentRows,
    private readonly classes: FilingClasses,
    private readonly ledger: Ledger,
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
      urgent: false,
      urgencyReason: null,
      dueOn: null,
      escalations: [],
    };
    return { title: '', fields: {}, amount: null, attributes };
  }

  async insert(draft: Omit<Parameters<DocumentRows['insert']>[0], 'id' | 'at'>): Promise<DocumentId> {
    const id = newId<DocumentId>();
    await this.documents.insert({ ...draft, id, at: await this.uow.now() });
    const facts = {
      matterType: draft.matterType,
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
    return id;
  }
}
