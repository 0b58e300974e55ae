import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import { type DefinitionVersion, Definitions, DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type Language, offerOf } from '@fubako/platform/http';
import { definitionState } from '../../core/definitions/definition-state';
import { type DefinitionDraftRow, DefinitionDraftRows } from '../../data/definitions/definition-draft-rows';
import { approvalsProblems, refuse } from '../../errors';
import { DefinitionDesk, obstacle } from './definition-desk';
import { ensureDefinitionOnlooker, mayKeepDefinitions, mayLookAtDefinitions } from './definition-rights';
import type {
  DefinitionDraftAddresses,
  DefinitionDraftSummary,
  DefinitionDraftView,
  DefinitionList,
  DefinitionVersionView,
  DefinitionView,
} from './definition-views.dto';

const ACTS = ['edit', 'propose', 'discard'] as const;

/** As somebody typed it: what is no kind has no versions. */
export interface DefinitionAddress {
  readonly kind: string;
  readonly code: string;
  readonly version: number;
}

/** Forms and matter types in all their versions, as their keepers see them. */
@Injectable()
export class ReadDefinitions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly definitions: Definitions,
    private readonly desk: DefinitionDesk,
    private readonly drafts: DefinitionDraftRows,
    private readonly documents: DocumentReading,
  ) {}

  /** @throws DomainError approvals.not-your-definitions */
  list(actor: Actor): Promise<DefinitionList> {
    return this.uow.read(async () => {
      ensureDefinitionOnlooker(actor);
      const [versions, open, today] = [await this.definitions.all(), await this.drafts.open(), await this.today()];
      const known = new Map<string, DefinitionVersion[]>();
      for (const one of versions) known.set(keyOf(one), [...(known.get(keyOf(one)) ?? []), one]);
      const unborn = open.filter((draft) => !known.has(keyOf(draft)));
      return {
        items: [
          ...[...known.values()].map((all) => this.summary(all, open, today)),
          ...unborn.map((draft) => ({
            kind: draft.kind,
            code: draft.code,
            name: this.desk.keeperOf(draft.kind).nameOf(draft.content),
            versions: [],
            draft: draftOf(draft),
          })),
        ],
        allowed: mayKeepDefinitions(actor) ? ['draft'] : [],
      };
    });
  }

  /** @throws DomainError approvals.not-your-definitions, approvals.definition-not-found */
  version(address: DefinitionAddress, actor: Actor, language: Language): Promise<DefinitionView> {
    return this.uow.read(async () => {
      ensureDefinitionOnlooker(actor);
      const { code, version } = address;
      const today = await this.today();
      const all = (await this.definitions.all()).filter((one) => keyOf(one) === keyOf(address));
      const shown = all.find((one) => one.version === version);
      if (!shown) throw refuse('approvals.definition-not-found', {});
      const { kind } = shown;
      const keeper = this.desk.keeperOf(kind);
      const contents = await keeper.versions(code);
      const at = contents.findIndex((one) => one.version === version);
      const content = contents[at]?.content;
      const before = contents[at - 1]?.content ?? null;
      const changes = await keeper.changes(before, content, { day: shown.validFrom, language });
      return {
        kind,
        code,
        ...versionView(shown, all, today),
        content: content as Record<string, unknown>,
        changes,
        documentId: (await this.drafts.decisions(kind, code)).get(version) ?? null,
      };
    });
  }

  /**
   * For keepers, auditors, and whoever may read the decision on it.
   * @throws DomainError approvals.not-your-definitions, approvals.definition-not-found
   */
  draft(id: number, actor: Actor, language: Language): Promise<DefinitionDraftView> {
    return this.uow.read(async () => {
      const row = await this.seen(id, actor);
      const today = await this.today();
      const day = row.proposedFrom !== null && row.proposedFrom > today ? row.proposedFrom : today;
      const keeper = this.desk.keeperOf(row.kind);
      const versions = await keeper.versions(row.code);
      const newest = versions.findLast(({ version }) => row.version === null || version < row.version) ?? null;
      const open = row.state === 'draft';
      return {
        id: row.id,
        kind: row.kind,
        code: row.code,
        name: keeper.nameOf(row.content),
        state: row.state === 'published' ? 'published' : row.underDecision ? 'proposed' : 'draft',
        comparedWith: newest?.version ?? null,
        revision: row.revision,
        note: row.note,
        createdByName: row.createdByName,
        content: row.content as Record<string, unknown>,
        keptNames: [...new Set(versions.flatMap(({ content }) => keeper.namesOf(content)))],
        changes: await keeper.changes(newest?.content ?? null, row.content, { day, language }),
        faults: open ? await keeper.faults(row.code, row.content, { day, language }) : [],
        documentId: row.documentId,
        proposedFrom: row.proposedFrom,
        proposalFault: row.proposalFault,
        ...offerOf(ACTS, () => refusalOf(row, actor), { problems: approvalsProblems, language }),
      };
    });
  }

  /** The drafts that a document proposes or proposed, for those who may see them; for others none. */
  ofDocument(documentId: string, actor: Actor): Promise<DefinitionDraftAddresses> {
    return this.uow.read(async () => {
      const maySee = mayLookAtDefinitions(actor) || (await this.documents.readableTitles([documentId], actor)).size > 0;
      const rows = maySee ? await this.drafts.ofDocument(documentId) : [];
      return { items: rows.map(({ id, kind, code }) => ({ id, kind, code })) };
    });
  }

  private async seen(id: number, actor: Actor): Promise<DefinitionDraftRow> {
    if (mayLookAtDefinitions(actor)) return this.desk.find(id);
    const row = await this.desk.findIfAny(id);
    const readable = row?.documentId ? await this.documents.readableTitles([row.documentId], actor) : null;
    if (!row || !readable?.size) throw refuse('approvals.not-your-definitions', {});
    return row;
  }

  private summary(versions: readonly DefinitionVersion[], open: readonly DefinitionDraftRow[], today: LocalDate) {
    const views = versions.map((one) => versionView(one, versions, today));
    const [first] = versions;
    const draft = first && open.find((one) => keyOf(one) === keyOf(first));
    const called = views.find(({ state }) => state === 'in_force') ?? views[0];
    return {
      kind: first?.kind ?? 'form',
      code: first?.code ?? '',
      name: called?.name ?? '',
      versions: views,
      draft: draft ? draftOf(draft) : null,
    };
  }

  private async today(): Promise<LocalDate> {
    return localDateAt(await this.uow.now());
  }
}

const keyOf = ({ kind, code }: Omit<DefinitionAddress, 'version'>): string => `${kind} ${code}`;

function versionView(
  { version, validFrom, name, openDocuments }: DefinitionVersion,
  all: readonly DefinitionVersion[],
  today: LocalDate,
): DefinitionVersionView {
  return { version, state: definitionState(version, all, today), validFrom, name, openDocuments };
}

function draftOf(row: DefinitionDraftRow): DefinitionDraftSummary {
  const { id, createdByName, createdAt, underDecision, proposedFrom } = row;
  return { id, createdByName, createdAt: createdAt.toISOString(), underDecision, proposedFrom };
}

function refusalOf(row: DefinitionDraftRow, actor: Actor) {
  return mayKeepDefinitions(actor) ? obstacle(row) : refuse('approvals.not-your-definitions', {});
}
