import { Injectable } from '@nestjs/common';
import { DispatchSeries, type DocumentCard, type IssuedNumber, Numbering } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { refuse } from '../errors';
import { type AtDesk, ExecutionDesk } from './execution-desk';
import { NumberNews } from './number-news';
import { ParentNumbers } from './parent-numbers';

export interface IssueNumberCommand {
  readonly actor: Actor;
  readonly documentId: string;
  /** One number for each; without them the document gets one. */
  readonly addressees?: readonly string[];
  /** The document whose letter this one continues: it gets a branch of that number (RULE-74). */
  readonly parentDocumentId?: string;
  /** A number that was set aside or that a step has left out. */
  readonly reserved?: { readonly serial: number; readonly symbol?: string; readonly year: number };
}

/** 施行番号 by a clerk after the decision (`numberAt: execution`, a void number replaced, one number for each addressee). */
@Injectable()
export class IssueNumber {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ExecutionDesk,
    private readonly series: DispatchSeries,
    private readonly numbering: Numbering,
    private readonly parents: ParentNumbers,
    private readonly news: NumberNews,
  ) {}

  /** @returns the numbers in the order of the addressees; nothing is read after the counter has been locked */
  run(command: IssueNumberCommand): Promise<IssuedNumber[]> {
    return this.uow.run(async () => {
      this.uow.keepPlans();
      const desk = await this.desk.open(command.documentId, command.actor, 'number');
      const issued = await this.issue(desk, command);
      await this.news.numbered(desk.card.id, command.actor.staffNo, issued);
      return issued;
    });
  }

  private async issue(desk: AtDesk, command: IssueNumberCommand): Promise<IssuedNumber[]> {
    const { actor, addressees = [], parentDocumentId, reserved } = command;
    const standing = desk.numbers.filter(({ voidedAt }) => !voidedAt);
    const [only] = standing;
    const alone = only && standing.length === 1 && only.addressee === null && addressees.length > 0;
    if (only && !alone) throw refuse('execution.numbered-already', { number: only.text });
    if (parentDocumentId) return [await this.branch(desk.card, parentDocumentId, actor)];
    if (reserved) return [await this.insert(desk.card, reserved, actor)];
    const request = await this.requestOf(desk.card);
    if (!alone) return this.numbering.issue(addressed(request, addressees), actor.staffNo);
    await this.numbering.address(only, addressees[0] ?? '');
    const first = { ...only, addressee: addressees[0] ?? '' };
    return [first, ...(await this.numbering.issue(addressed(request, addressees.slice(1)), actor.staffNo))];
  }

  private async branch(card: DocumentCard, parentDocumentId: string, actor: Actor): Promise<IssuedNumber> {
    const of = await this.parents.of(parentDocumentId, actor);
    return this.numbering.issueBranch({ documentId: card.id, of }, actor.staffNo);
  }

  private async insert(
    card: DocumentCard,
    { serial, year, symbol }: NonNullable<IssueNumberCommand['reserved']>,
    actor: Actor,
  ) {
    const { seriesCode, symbol: own } = await this.requestOf(card);
    if (symbol !== undefined && symbol !== own) await this.desk.ensureKeeps(actor, symbol);
    const key = { seriesCode, symbol: symbol ?? own, year, serial, branch: 0 };
    return this.numbering.takeReserved(card.id, key, actor.staffNo);
  }

  private async requestOf(card: DocumentCard) {
    return { documentId: card.id, seriesCode: await this.series.of(card), symbol: card.section.symbol };
  }
}

const addressed = <R extends object>(request: R, addressees: readonly string[]) =>
  addressees.length === 0 ? [request] : addressees.map((addressee) => ({ ...request, addressee }));
