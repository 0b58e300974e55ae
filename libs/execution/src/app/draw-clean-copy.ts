import { Injectable } from '@nestjs/common';
import { type LocalDate, formatWareki, startOfDay } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type DrawnPdf, type Passage, SimpleDocumentPdf } from '@fubako/rendering';
import type { Letter } from '../core/letter';
import { EntryRows } from '../data/entry-rows';
import { refuse } from '../errors';
import { ExecutionDesk } from './execution-desk';

/** 浄書 as PDF, drawn from the frozen text: the same bytes each time, for each addressee under its own number. */
@Injectable()
export class DrawCleanCopy {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ExecutionDesk,
    private readonly rows: EntryRows,
    private readonly pdf: SimpleDocumentPdf,
  ) {}

  /**
   * @param line addressee by its place in the copy, from 1
   * @throws DomainError documents.not-found, execution.no-clean-copy, execution.copy-erased, execution.unknown-line
   */
  async run(documentId: string, line: number, actor: Actor): Promise<DrawnPdf & { readonly fileName: string }> {
    const letter = await this.uow.read(async () => {
      const { state } = await this.desk.look(documentId, actor);
      if (!state.copy) throw refuse('execution.no-clean-copy', { documentId });
      const frozen = await this.rows.frozen(state.copy.id);
      if (!frozen) throw refuse('execution.copy-erased', { documentId });
      return JSON.parse(frozen.toString('utf8')) as Letter;
    });
    const to = letter.lines.find((each) => each.line === line);
    if (!to) throw refuse('execution.unknown-line', { line });
    const drawn = await this.pdf.draw({
      title: letter.title,
      author: letter.sender.join(' '),
      createdAt: startOfDay(letter.date as LocalDate),
      letterhead: {
        number: to.number,
        date: formatWareki(letter.date as LocalDate),
        ...(to.addressee === '' ? {} : { addressee: `${to.addressee}　様` }),
        sender: [...letter.sender, ...sealLine(letter)],
      },
      passages: passagesOf(letter),
    });
    return { ...drawn, fileName: `${to.number}.pdf` };
  }
}

const SEAL_LINES = { none: [], omitted: ['(公印省略)'], printed: ['(印影印刷)'], applied: ['印'] } as const;
const sealLine = ({ sealMode }: Letter): readonly string[] => SEAL_LINES[sealMode];

function passagesOf({ body, enclosures }: Letter): Passage[] {
  const texts = body.map(({ label, text, multiline }): Passage =>
    multiline ? { kind: 'paragraph', text } : { kind: 'field', label, value: text },
  );
  if (enclosures.length === 0) return texts;
  const names = enclosures.map(({ name }): Passage => ({ kind: 'paragraph', text: name }));
  return [...texts, { kind: 'heading', text: '別添' }, ...names];
}
