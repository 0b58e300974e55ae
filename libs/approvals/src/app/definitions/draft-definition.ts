import { Injectable } from '@nestjs/common';
import { canonicalBytes, sha256Hex } from '@fubako/kernel';
import type { DefinitionKind } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { DefinitionDraftRows } from '../../data/definitions/definition-draft-rows';
import { refuse } from '../../errors';
import { DefinitionDesk } from './definition-desk';
import { ensureDefinitionKeeper } from './definition-rights';

export interface NewDefinition {
  readonly kind: DefinitionKind;
  readonly code: string;
  /** The name of what does not exist yet; null: the next version of what does. */
  readonly name: string | null;
}

/** What its keeper had in view, and what it is to become. */
export interface DefinitionEdit {
  readonly revision: number;
  readonly content: unknown;
  readonly note: string | null;
}

/** 下書き of a form or matter type: begun as a copy, changed, or thrown away. Nobody is bound by it (FORM-1). */
@Injectable()
export class DraftDefinition {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: DefinitionDesk,
    private readonly drafts: DefinitionDraftRows,
  ) {}

  /** @returns its id. @throws DomainError approvals.definition-not-found, approvals.definition-exists, approvals.definition-has-draft */
  begin(actor: Actor, { kind, code, name }: NewDefinition): Promise<number> {
    return this.uow.run(async () => {
      ensureDefinitionKeeper(actor);
      const newest = await this.desk.newest({ kind, code });
      if (name === null && !newest) throw refuse('approvals.definition-not-found', {});
      if (name !== null && newest) throw refuse('approvals.definition-exists', { code });
      const content = newest?.content ?? this.desk.keeperOf(kind).blank(code, name ?? '');
      const basedOn = newest?.version ?? null;
      const at = await this.uow.now();
      const id = await this.drafts.begin({ kind, code, basedOn, content, note: null, by: actor, at });
      if (id === null) {
        const standing = await this.drafts.openOf(kind, code);
        throw refuse('approvals.definition-has-draft', { draftId: standing?.id ?? 0 });
      }
      this.desk.tell({ kind, code }, 'drafted', { actor, facts: { draft: id, basedOn } });
      return id;
    });
  }

  /** @throws DomainError what the desk refuses, approvals.definition-unreadable */
  edit(id: number, actor: Actor, { revision, content, note }: DefinitionEdit): Promise<void> {
    return this.uow.run(async () => {
      ensureDefinitionKeeper(actor);
      const row = await this.desk.lock(id, revision);
      const read = this.desk.keeperOf(row.kind).read(row.code, content);
      if (read === null) throw refuse('approvals.definition-unreadable', {});
      await this.drafts.write(id, read, note);
      this.desk.tell(row, 'edited', { actor, facts: { draft: id, content: sha256Hex(canonicalBytes(read)) } });
    });
  }

  discard(id: number, actor: Actor, revision: number): Promise<void> {
    return this.uow.run(async () => {
      ensureDefinitionKeeper(actor);
      const row = await this.desk.lock(id, revision);
      await this.drafts.discard(id);
      this.desk.tell(row, 'discarded', { actor, facts: { draft: id } });
    });
  }
}
