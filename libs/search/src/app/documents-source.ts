import { Injectable } from '@nestjs/common';
import { CaseRows } from '@fubako/approvals';
import {
  type DocumentCard,
  type DocumentNumber,
  DocumentReading,
  NumberRows,
  readableAmongMany,
} from '@fubako/documents';
import { ExecutionTexts, type ExecutionWords } from '@fubako/execution';
import { DomainError, localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import type { Sql } from '@fubako/platform/database';
import { PageTexts } from '@fubako/scans';
import type { SearchableDocument, SearchableText } from '../core/searchable-document';
import type { EntryColumns } from '../data/hits.sql';
import { SearchSubject, type SubjectContent } from './search-subject';

const NOT_EXECUTED: ExecutionWords = { addressees: [], additions: [], remarks: [] };

/** What was said to one document on its way, each once. */
interface Said {
  readonly deciders: Set<string>;
  readonly comments: Set<string>;
  /** 修正の理由 and what else came with revisions; the same words are no comment as well. */
  readonly notes: Set<string>;
  /** 事前の指示 */
  readonly instructions: Set<string>;
}

const nothingSaid = (): Said => ({
  deciders: new Set(),
  comments: new Set(),
  notes: new Set(),
  instructions: new Set(),
});
const NOTHING_SAID = nothingSaid();

/** What one document brings beside its card. */
interface Findings {
  readonly matterTypeName: string;
  readonly deciderNames: readonly string[];
  readonly numbers: readonly string[];
  readonly attachmentCount: number;
  readonly texts: readonly SearchableText[];
}

/** Gathers documents through the doors of documents, approvals and scans; one read of each kind for a whole batch. */
@Injectable()
export class DocumentsSource extends SearchSubject {
  readonly kind = 'document';

  constructor(
    private readonly reading: DocumentReading,
    private readonly numbers: NumberRows,
    private readonly cases: CaseRows,
    private readonly pages: PageTexts,
    private readonly executions: ExecutionTexts,
  ) {
    super();
  }

  async of(documentIds: readonly string[]): Promise<SearchableDocument[]> {
    // What was disposed of is not found any more (RULE-89): its register is.
    const [all, numbersOfAll, attachments, executions, said] = await Promise.all([
      this.reading.cards(documentIds),
      this.numbers.of(documentIds),
      this.attachmentTexts(documentIds),
      this.executions.of(documentIds),
      this.saidTo(documentIds),
    ]);
    const cards = all.filter(({ erasedAt }) => erasedAt === null);
    const typeNames = await this.typeNames(cards);
    const numbers = groupBy(numbersOfAll, ({ documentId }) => documentId);
    const documents: SearchableDocument[] = [];
    for (const card of cards) {
      const enclosed = attachments.get(card.id) ?? { count: 0, texts: [] };
      const borne = numbers.get(card.id) ?? [];
      const spoken = said.get(card.id) ?? NOTHING_SAID;
      const executed = executions.get(card.id) ?? NOT_EXECUTED;
      documents.push(
        searchableOf(card, {
          matterTypeName: typeNames.get(card.id) ?? card.matterType,
          deciderNames: [...spoken.deciders],
          numbers: borne.map(({ text }) => text),
          attachmentCount: enclosed.count,
          texts: [
            ...(await this.fieldTexts(card)),
            ...textsFrom('body', executed.additions),
            ...textsFrom('comment', [...spoken.comments, ...executed.remarks]),
            ...enclosed.texts,
            ...textsFrom('counterpart', addresseesOf(borne, executed)),
            ...textsFrom('revision', [...spoken.notes]),
            ...textsFrom('instruction', [...spoken.instructions]),
          ],
        }),
      );
    }
    return documents;
  }

  idsAfter(after: string | null, limit: number): Promise<string[]> {
    return this.reading.idsAfter(after, limit);
  }

  carriersOf(sha256: string): Promise<string[]> {
    return this.reading.carriersOf(sha256);
  }

  readable(actor: Actor, entry: EntryColumns): Sql {
    return readableAmongMany(actor, entry);
  }

  async content(id: string, actor: Actor): Promise<SubjectContent | null> {
    try {
      const card = await this.reading.readable(id, actor);
      const attachments = await this.reading.attachments([id]);
      return {
        title: card.title,
        number: card.dispatchNumber ?? card.draftNumber,
        texts: await this.reading.texts(card),
        attachments: attachments.map(({ sha256, file_name: fileName }) => ({ sha256, fileName })),
      };
    } catch (error) {
      if (error instanceof DomainError && error.code === 'documents.not-found') return null;
      throw error;
    }
  }

  /** Words that came with revisions, acts and instructions, one read of each kind. */
  private async saidTo(documentIds: readonly string[]): Promise<Map<string, Said>> {
    const [notes, remarks, instructions] = await Promise.all([
      this.reading.revisionNotes(documentIds),
      this.cases.remarks(documentIds),
      this.cases.priorInstructions(documentIds),
    ]);
    const all = new Map(documentIds.map((id) => [id, nothingSaid()]));
    for (const { documentId, note } of notes) all.get(documentId)?.notes.add(note);
    for (const { documentId, comment, deciders } of remarks) {
      const said = all.get(documentId);
      for (const decider of deciders) said?.deciders.add(decider);
      if (comment !== null && !said?.notes.has(comment)) said?.comments.add(comment);
    }
    for (const [documentId, given] of instructions)
      for (const { text } of given) all.get(documentId)?.instructions.add(text);
    return all;
  }

  /** Names of matter types by document, as each document keeps its own. */
  private async typeNames(cards: readonly DocumentCard[]): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    for (const card of cards) names.set(card.id, (await this.reading.matterType(card)).name);
    return names;
  }

  /** The fields as words; the one that is the title is found as the title already. */
  private async fieldTexts(card: DocumentCard): Promise<SearchableText[]> {
    const texts = await this.reading.texts(card);
    const parties = await this.reading.counterpartyFields(card);
    return texts
      .filter(({ text }) => text !== card.title)
      .map(({ name, text }) => ({ source: parties.includes(name) ? 'counterpart' : 'body', text }));
  }

  /** Names, labels and pages of attachments, in the drafter's order. */
  private async attachmentTexts(
    documentIds: readonly string[],
  ): Promise<Map<string, { count: number; texts: SearchableText[] }>> {
    const attachments = await this.reading.attachments(documentIds);
    if (attachments.length === 0) return new Map();
    const pages = await this.pages.of([...new Set(attachments.map(({ sha256 }) => sha256))]);
    const found = new Map<string, { count: number; texts: SearchableText[] }>();
    for (const [documentId, enclosed] of groupBy(attachments, (each) => each.document_id)) {
      const texts = enclosed.flatMap(({ id, label, file_name: fileName, sha256 }): SearchableText[] => [
        ...[label, fileName]
          .filter((text) => text !== null)
          .map((text) => ({ source: 'attachment' as const, text, attachmentId: id })),
        ...(pages.get(sha256) ?? []).map(({ page, text }) => ({
          source: 'attachment' as const,
          text,
          attachmentId: id,
          page,
        })),
      ]);
      found.set(documentId, { count: enclosed.length, texts });
    }
    return found;
  }
}

/** 宛先 of numbers that stand and of letters, each once. */
function addresseesOf(numbers: readonly DocumentNumber[], { addressees }: ExecutionWords): string[] {
  const numbered = numbers.flatMap(({ addressee, voidedAt }) => (voidedAt === null ? (addressee ?? []) : []));
  return [...new Set([...numbered, ...addressees])];
}

function textsFrom(source: SearchableText['source'], texts: readonly string[]): SearchableText[] {
  return texts.map((text) => ({ source, text }));
}

function searchableOf(
  card: DocumentCard,
  { matterTypeName, deciderNames, numbers, attachmentCount, texts }: Findings,
): SearchableDocument {
  return {
    documentId: card.id,
    sortOn: localDateAt(card.decidedAt ?? card.submittedAt ?? card.draftedAt),
    state: card.state,
    matterType: card.matterType,
    matterTypeName,
    drafterStaffNo: card.drafter.staffNo,
    drafterName: card.drafter.name,
    deciderNames,
    decided: card.decidedAt !== null,
    ownerUnit: card.section.code,
    sectionName: card.section.name,
    confidentiality: card.attributes.confidentiality,
    confidentialUntil: card.attributes.confidentialUntil,
    amount: card.amount,
    attachmentCount,
    medium: card.attributes.medium,
    title: card.title,
    number: card.dispatchNumber ?? card.draftNumber,
    numbers,
    texts,
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
