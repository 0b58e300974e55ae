import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import type { DefinitionKind } from '@fubako/documents';
import { type DefinitionDraftRow, DefinitionDraftRows } from '../../data/definitions/definition-draft-rows';
import { refuse } from '../../errors';
import type { DefinitionKeeper, KeptVersion } from './definition-keeper';
import { FormDefinitions } from './form-definitions';
import { MatterTypeDefinitions } from './matter-type-definitions';

const GREATEST_ID = 2_147_483_647;

/** What every act on a draft of a definition begins with: its kind, its lock, its chain in the ledger. */
@Injectable()
export class DefinitionDesk {
  constructor(
    private readonly forms: FormDefinitions,
    private readonly matterTypes: MatterTypeDefinitions,
    private readonly drafts: DefinitionDraftRows,
    private readonly ledger: Ledger,
  ) {}

  keeperOf(kind: DefinitionKind): DefinitionKeeper {
    return (kind === 'form' ? this.forms : this.matterTypes) as DefinitionKeeper;
  }

  /** The newest version, in force or still to come; null: there is none. */
  async newest({ kind, code }: Pick<DefinitionDraftRow, 'kind' | 'code'>): Promise<KeptVersion<unknown> | null> {
    return (await this.keeperOf(kind).versions(code)).at(-1) ?? null;
  }

  /** @throws DomainError approvals.definition-not-found */
  async find(id: number): Promise<DefinitionDraftRow> {
    return found(await this.findIfAny(id));
  }

  findIfAny(id: number): Promise<DefinitionDraftRow | null> {
    return mayBeId(id) ? this.drafts.find(id) : Promise.resolve(null);
  }

  /** A draft that may be changed, locked, at the revision that its keeper saw. @throws DomainError approvals.definition-not-found, approvals.definition-not-draft, approvals.definition-under-decision, approvals.definition-changed */
  async lock(id: number, revision: number): Promise<DefinitionDraftRow> {
    const row = found(mayBeId(id) ? await this.drafts.lock(id) : null);
    const refusal = obstacle(row);
    if (refusal) throw refusal;
    if (row.revision !== revision) throw refuse('approvals.definition-changed', { currentRevision: row.revision });
    return row;
  }

  tell(
    { kind, code }: Pick<DefinitionDraftRow, 'kind' | 'code'>,
    act: string,
    { actor, facts }: { readonly actor: { readonly staffNo: string }; readonly facts: Record<string, unknown> },
  ): void {
    this.ledger.record({
      subject: { kind: 'definition', id: `${kind}:${code}` },
      kind: `approvals.definition-${act}`,
      actor: actor.staffNo,
      facts,
    });
  }
}

/** What stands against changing a draft; null when nothing does. */
export function obstacle({ state, underDecision, documentId }: DefinitionDraftRow) {
  if (state !== 'draft') return refuse('approvals.definition-not-draft', {});
  if (underDecision && documentId !== null) return refuse('approvals.definition-under-decision', { documentId });
  return null;
}

function found(row: DefinitionDraftRow | null): DefinitionDraftRow {
  if (!row) throw refuse('approvals.definition-not-found', {});
  return row;
}

const mayBeId = (id: number): boolean => Number.isInteger(id) && id >= 1 && id <= GREATEST_ID;
