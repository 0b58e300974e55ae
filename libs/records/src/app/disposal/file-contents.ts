import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { PaperRows } from '../../data/paper/paper-rows';
import { RecordLockRows } from '../../data/record-lock-rows';
import type { ItemDocumentView } from './disposal.views.dto';

/** The documents of a file, and its registered papers, as far as the reader may read them. Call inside a unit of work. */
@Injectable()
export class FileContents {
  constructor(
    private readonly locks: RecordLockRows,
    private readonly reading: DocumentReading,
    private readonly paper: PaperRows,
  ) {}

  async of(fileId: string, actor: Actor): Promise<ItemDocumentView[]> {
    const ids = await this.locks.documentsIn(fileId);
    const titles = await this.reading.readableTitles(ids, actor);
    const cards = await this.reading.cards(ids);
    const papers = await this.paper.of(fileId);
    const documents = cards.map((card) => ({
      id: card.id,
      title: titles.get(card.id) ?? null,
      number: card.dispatchNumber ?? card.draftNumber,
      decidedOn: localDateAt(card.decidedAt ?? card.draftedAt),
      pages: null,
    }));
    const onPaper = papers.map(({ id, title, documentNumber: number, documentedOn: decidedOn, pages }) => ({
      id,
      title,
      number,
      decidedOn,
      pages,
    }));
    return [...documents, ...onPaper].toSorted((a, b) => (a.decidedOn < b.decidedOn ? -1 : 1));
  }
}
