import { Injectable } from '@nestjs/common';
import type { DocumentId } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { MatterTypeRows } from '../data/matter-type-rows';
import { refuse } from '../errors';
import { DraftRows } from './draft-rows';
import { DraftingPlace } from './drafting-place';
import { type ContentInput, ContentEditor } from './edited-content';
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
      const type = await this.types.inForce(command.matterType);
      if (!type) throw refuse('documents.unknown-matter-type', { matterType: command.matterType });
      const { version } = await this.types.currentForm(type.form_name);
      const form = await this.forms.get(type.form_name, version);
      const blank = await this.rows.blankContent(type);
      const content = await this.editor.edit(blank, command, form);
      const place = await this.place.of(command.actor, command.postCode);
      return this.rows.insert({
        matterType: type,
        form: { name: type.form_name, version },
        content,
        ...place,
      });
    });
  }
}
