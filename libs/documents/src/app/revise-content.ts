import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { DocumentRows } from '../data/document-rows';
import { refuse } from '../errors';
import { cardOf } from './document-card';
import { DocumentReading } from './document-reading';
import { contentOf } from './edit-draft';
import { type ContentInput, ContentEditor } from './edited-content';
import { Forms } from './forms';
import { FreezeRevision, type FrozenRevision } from './freeze-revision';

export interface RevisionInput {
  readonly documentId: string;
  readonly actor: Actor;
  readonly fields: NonNullable<ContentInput['fields']>;
  /** What was changed and why, in the words of whoever changed it. */
  readonly note: string;
}

export interface RevisedContent {
  readonly revision: FrozenRevision;
  /** Whether a field that the matter type names as substance has changed (RULE-33). */
  readonly substance: boolean;
}

/** A participant corrects the content on the way: a new revision with its author, beside all earlier ones (RULE-60). */
@Injectable()
export class ReviseContent {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentRows,
    private readonly reading: DocumentReading,
    private readonly forms: Forms,
    private readonly editor: ContentEditor,
    private readonly freezing: FreezeRevision,
  ) {}

  /** The caller holds the lock, knows that the actor may, and announces the change. @throws DomainError documents.invalid-fields, documents.incomplete, documents.nothing-changed */
  async run({ documentId, actor, fields, note }: RevisionInput): Promise<RevisedContent> {
    const before = await this.documents.find(documentId);
    if (!before) throw refuse('documents.not-found', { documentId });
    const form = await this.forms.get(before.form_name, before.form_version);
    const content = await this.editor.edit(contentOf(before), { fields }, form);
    const at = await this.uow.now();
    const saved = await this.documents.edit(before, content, { at, while: ['circulating'] });
    const document = await this.documents.find(documentId);
    if (!saved || !document)
      throw refuse('documents.changed-meanwhile', { documentId, currentVersion: before.version });
    const revision = await this.freezing.run(document, actor, note);
    if (before.content_digest?.equals(revision.digest)) throw refuse('documents.nothing-changed', { documentId });
    await this.documents.freeze(documentId, { ...revision, draftNumber: document.draft_number ?? '' });
    const { fields: changed } = await this.reading.compare(cardOf(document), before.revision_no, revision.no);
    return { revision, substance: changed.some((field) => field.substance) };
  }
}
