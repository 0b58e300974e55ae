import { Injectable } from '@nestjs/common';
import { canonicalBytes, localDateAt, sha256 } from '@fubako/kernel';
import { type DocumentNumber, DocumentReading } from '@fubako/documents';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { CopyLine, SealMode } from '../core/entries';
import { type Letter, letterBody } from '../core/letter';
import { refuse } from '../errors';
import { type AtDesk, ExecutionDesk } from './execution-desk';
import { ExecutionRegister } from './execution-register';
import { LetterSender } from './letter-sender';

/** More letters than this are several drafts: the page of each stands in one register entry. */
export const MOST_ADDRESSEES = 2000;

export interface MakeCleanCopyCommand {
  readonly actor: Actor;
  readonly documentId: string;
  /** Whom the letter goes to, where the numbers do not say it. */
  readonly addressees?: readonly string[];
  /** 文書の日付; today when left out. It may lie after the turn of the year (RULE-73), never before the decision (RULE-62). */
  readonly documentDate?: string;
  readonly sealMode?: SealMode;
  /** Lines under the date, e.g. 町名 and 町長名. */
  readonly sender?: readonly string[];
}

/** 浄書: freezes the text that goes out, derived from the decided revision and from nothing else. */
@Injectable()
export class MakeCleanCopy {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ExecutionDesk,
    private readonly documents: DocumentReading,
    private readonly settings: MunicipalitySettings,
    private readonly sender: LetterSender,
    private readonly register: ExecutionRegister,
  ) {}

  run(command: MakeCleanCopyCommand): Promise<void> {
    return this.uow.run(async () => {
      const { actor } = command;
      const desk = await this.desk.open(command.documentId, actor, 'clean_copy');
      const letter = await this.letter(desk, command);
      const canonical = canonicalBytes(letter);
      const digest = sha256(canonical);
      const { sealMode, lines, revision, content, date: documentDate } = letter;
      const particulars = { digest: digest.toString('hex'), revision, content, documentDate, sealMode, lines };
      const entryId = await this.register.write(desk.card, desk.state, {
        actor,
        step: { kind: 'clean_copy', particulars },
      });
      await this.register.freeze(entryId, canonical, digest);
    });
  }

  private async letter({ card, numbers }: AtDesk, command: MakeCleanCopyCommand): Promise<Letter> {
    const { settings } = await this.settings.municipality();
    const texts = await this.documents.texts(card);
    const known = texts.find(({ name: field }) => field === 'addressee')?.text;
    const lines = linesOf(
      numbers.filter(({ voidedAt }) => !voidedAt),
      command.addressees ?? (known === undefined ? [] : [known]),
    );
    const attachments = await this.documents.attachments([card.id]);
    return {
      make: 1,
      documentId: card.id,
      title: card.title,
      date: await this.dateOf(card.decidedAt, command.documentDate),
      sealMode: command.sealMode ?? settings.sealMode,
      sender: [...(command.sender ?? (await this.sender.lines()))],
      lines,
      body: letterBody(texts, card.title, lines),
      enclosures: attachments.map(({ file_name, sha256: hash }) => ({ name: file_name, sha256: String(hash) })),
      revision: card.revisionNo,
      content: card.contentDigest?.toString('hex') ?? '',
    };
  }

  private async dateOf(decidedAt: Date | null, wanted: string | undefined): Promise<string> {
    const today = localDateAt(await this.uow.now());
    const from = localDateAt(decidedAt ?? (await this.uow.now()));
    const to = `${Number(today.slice(0, 4)) + 1}${today.slice(4, 7)}-28`;
    const date = wanted ?? today;
    if (date < from || date > to) throw refuse('execution.day-out-of-range', { from, to });
    return date;
  }
}

/** Numbers that name their addressee decide; one number alone goes to every addressee given. */
function linesOf(numbers: readonly DocumentNumber[], addressees: readonly string[]): CopyLine[] {
  const [first] = numbers;
  const addressed = numbers.some(({ addressee }) => addressee !== null);
  const named = addressed
    ? numbers.map(({ addressee, text }) => ({ addressee: addressee ?? '', number: text }))
    : (addressees.length === 0 ? [''] : addressees).map((addressee) => ({ addressee, number: first?.text ?? '' }));
  if (named.length > MOST_ADDRESSEES) throw refuse('execution.too-many-addressees', { limit: MOST_ADDRESSEES });
  return named.map((line, index) => ({ line: index + 1, ...line }));
}
