import { Injectable } from '@nestjs/common';
import { type LocalDate, addDays, localDateAt, startOfDay } from '@fubako/kernel';
import { Actors } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type DocumentContent, openContent } from '../core/content';
import type { DocumentRow } from '../data/document.row';
import { type PastAttachmentRow, PastRows } from '../data/past-rows';
import type { FormerDrafter, RevisionRow } from '../data/revision-rows';
import { refuse } from '../errors';
import { type DocumentCard, cardOf } from './document-card';
import { DocumentReading, type RevisionNote } from './document-reading';
import { DraftDesk, factsOf } from './draft-desk';
import type { PastReadersView } from './past.views.dto';
import { type DocumentFacts, mayRead, overseeingRole } from './policy';

/** A document at the end of a day. */
export interface PastDocument {
  readonly day: LocalDate;
  /** When the next day begins: what was written before belongs to the day. */
  readonly end: Date;
  /** Title and fields are those of the revision; empty without one, or when it was erased. */
  readonly card: DocumentCard;
  readonly row: DocumentRow;
  readonly revision: RevisionRow | null;
  readonly content: DocumentContent | null;
  readonly files: readonly PastAttachmentRow[];
  readonly revisions: readonly RevisionNote[];
  readonly formerDrafters: readonly FormerDrafter[];
}

/** DOC-12 Documents as they were, for whoever may read them today. Every call is part of the caller's unit of work. */
@Injectable()
export class DocumentPast {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: DraftDesk,
    private readonly rows: PastRows,
    private readonly reading: DocumentReading,
    private readonly actors: Actors,
  ) {}

  /** @throws DomainError documents.not-found, documents.day-to-come, documents.not-yet-there, documents.past-not-kept */
  async on(documentId: string, day: LocalDate, actor: Actor): Promise<PastDocument> {
    const today = await this.desk.read(documentId, actor);
    await this.admitDay(today, day);
    const end = startOfDay(addDays(day, 1));
    const row = await this.rows.find(documentId, day);
    if (!row) throw refuse('documents.not-found', { documentId });
    const revision = await this.rows.revision(documentId, end);
    const content = revision?.canonical ? openContent(revision.canonical) : null;
    const ids = content?.attachments.map(({ id }) => id) ?? [];
    return {
      day,
      end,
      row,
      revision,
      content,
      card: { ...cardOf(row), title: revision?.title ?? '', fields: content?.fields ?? {} },
      files: revision ? await this.rows.attachments(documentId, ids, end) : [],
      revisions: (await this.reading.revisions(documentId)).filter(({ createdAt }) => createdAt < end),
      formerDrafters: await this.rows.formerDrafters(documentId, end),
    };
  }

  /** Everybody whom the policy would have let read it at the end of that day, each by the nearest ground (DOC-5). */
  async readers({ row, day, end }: PastDocument): Promise<PastReadersView[]> {
    const facts = factsOf(row, await this.rows.participants(row.id, end));
    const groups = new Map<string, PastReadersView>();
    for (const actor of await this.actors.on(day)) {
      if (!mayRead(actor, facts)) continue;
      const ground = groundOf(actor, facts);
      const key = `${ground.ground} ${ground.role ?? ''}`;
      const group = groups.get(key) ?? { ...ground, people: [] };
      group.people.push({ staffNo: actor.staffNo, name: actor.name });
      groups.set(key, group);
    }
    return [...groups.values()].toSorted((a, b) => GROUNDS.indexOf(a.ground) - GROUNDS.indexOf(b.ground));
  }

  private async admitDay(document: DocumentRow, day: LocalDate): Promise<void> {
    if (day > localDateAt(await this.uow.now())) throw refuse('documents.day-to-come', { day });
    const drafted = localDateAt(document.drafted_at);
    if (day < drafted) throw refuse('documents.not-yet-there', { since: drafted });
    const since = await this.rows.keptSince(document.id);
    if (since !== null && day < since) throw refuse('documents.past-not-kept', { since });
  }
}

const GROUNDS: readonly PastReadersView['ground'][] = ['drafter', 'seat', 'section', 'role'];

function groundOf(actor: Actor, facts: DocumentFacts): Omit<PastReadersView, 'people'> {
  if (facts.drafter === actor.staffNo) return { ground: 'drafter', role: null };
  if (facts.participants.includes(actor.staffNo)) return { ground: 'seat', role: null };
  const role = overseeingRole(actor, facts);
  return role === null ? { ground: 'section', role: null } : { ground: 'role', role };
}
