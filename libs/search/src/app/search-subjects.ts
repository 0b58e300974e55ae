import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { type Sql, joinSql, sql } from '@fubako/platform/database';
import type { SearchableDocument, SubjectKind } from '../core/searchable-document';
import { ENTRY_COLUMNS } from '../data/hits.sql';
import { DocumentsSource } from './documents-source';
import { type AddedTexts, SearchSubject, type SubjectContent } from './search-subject';
import { SearchableSource } from './searchable-source';

/**
 * Everything that is found, as one source and one reading policy. Documents are there from the beginning; libs that stand after
 * this one offer what they own when they are made.
 */
@Injectable()
export class SearchSubjects extends SearchableSource {
  private readonly subjects = new Map<SubjectKind, SearchSubject>();
  private readonly additions: AddedTexts[] = [];

  constructor(@Inject(DocumentsSource) documents: SearchSubject) {
    super();
    this.offer(documents);
  }

  offer(subject: SearchSubject): void {
    this.subjects.set(subject.kind, subject);
  }

  add(texts: AddedTexts): void {
    this.additions.push(texts);
  }

  /** Subjects and what is added to them are asked for at once: one round trip. */
  async of(ids: readonly string[]): Promise<SearchableDocument[]> {
    const [found, additions] = await Promise.all([
      this.among(ids),
      Promise.all(this.additions.map((addition) => addition.of(ids))),
    ]);
    return found.map((one) => ({
      ...one,
      texts: [...one.texts, ...additions.flatMap((added) => added.get(one.documentId) ?? [])],
    }));
  }

  /** The ids of all kinds as one ascending row. */
  async idsAfter(after: string | null, limit: number): Promise<string[]> {
    const ids: string[] = [];
    for (const subject of this.subjects.values()) ids.push(...(await subject.idsAfter(after, limit)));
    return ids.sort().slice(0, limit);
  }

  async carriersOf(sha256: string): Promise<string[]> {
    const ids: string[] = [];
    for (const subject of this.subjects.values()) ids.push(...(await subject.carriersOf(sha256)));
    return ids;
  }

  /** SEA-7 Each entry by the policy of its own kind; what nobody answers for is read by nobody. */
  readable(actor: Actor): Sql {
    const ways = [...this.subjects.values()].map(
      (subject) => sql`(d.kind = ${subject.kind} and (${subject.readable(actor, ENTRY_COLUMNS)}))`,
    );
    return joinSql(ways, ' or ', sql`false`);
  }

  /** Call it inside a unit of work. */
  content(kind: SubjectKind, id: string, actor: Actor): Promise<SubjectContent | null> {
    return this.subjects.get(kind)?.content(id, actor) ?? Promise.resolve(null);
  }

  private async among(ids: readonly string[]): Promise<SearchableDocument[]> {
    const found: SearchableDocument[] = [];
    let others = [...ids];
    for (const subject of this.subjects.values()) {
      if (others.length === 0) break;
      const own = await subject.of(others);
      found.push(...own);
      others = others.filter((id) => !own.some(({ documentId }) => documentId === id));
    }
    return found;
  }
}
