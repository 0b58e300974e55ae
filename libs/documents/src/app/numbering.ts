import { Injectable } from '@nestjs/common';
import { DocumentRows, type StateMove } from '../data/document-rows';
import { type IssuedNumber, type NumberKey, NumberRows } from '../data/number-rows';
import { refuse } from '../errors';
import { BranchNumbers, type BranchRequest } from './branch-numbers';
import { ReservedNumbers } from './reserved-numbers';
import { type NumberRequest, SerialNumbers } from './serial-numbers';
import { VoidNumbers } from './void-numbers';

export type { NumberRequest } from './serial-numbers';

/** Issues numbers inside the deciding unit: gapless, never reused (RULE-70, RULE-73, RULE-75). Call it last: it holds counters. */
@Injectable()
export class Numbering {
  constructor(
    private readonly numbers: NumberRows,
    private readonly documents: DocumentRows,
    private readonly serials: SerialNumbers,
    private readonly branches: BranchNumbers,
    private readonly reserved: ReservedNumbers,
    private readonly voids: VoidNumbers,
  ) {}

  /**
   * 施行番号 at the decision, in the order given within each series; a document that continues an earlier letter gets a
   * branch of its number instead (RULE-74). None where the municipality numbers at execution (`numberAt`, ADR 0024).
   * @returns document id → number as written
   */
  async issueDispatchNumbers(requests: readonly NumberRequest[], issuedBy: string): Promise<Map<string, string>> {
    if (requests.length === 0 || !(await this.serials.areTakenAtDecision())) return new Map();
    const issued = await this.issue(requests, issuedBy);
    return new Map(issued.map(({ documentId, text }) => [documentId, text]));
  }

  /** As {@link issueDispatchNumbers}, for several numbers of one document too: one for each addressee. */
  async issue(requests: readonly NumberRequest[], issuedBy: string): Promise<IssuedNumber[]> {
    if (requests.length === 0) return [];
    const [followUps, ground] = await Promise.all([
      this.branches.followUps(requests.map(({ documentId }) => documentId)),
      this.serials.ground(requests),
    ]);
    const continued = requests.flatMap((request): BranchRequest[] => {
      const of = followUps.get(request.documentId);
      return of ? [{ ...request, of }] : [];
    });
    const fresh = requests.filter(({ documentId }) => !followUps.has(documentId));
    const branches = await this.branches.issue(continued);
    if (branches.length > 0) this.keep(branches, issuedBy);
    return [...branches, ...(await this.serials.issue(fresh, { issuedBy, shown: true, ground }))];
  }

  /** 枝番 of a letter that has been numbered. */
  async issueBranch(request: BranchRequest, issuedBy: string): Promise<IssuedNumber> {
    const [number] = await this.branches.issue([request]);
    if (!number) throw refuse('documents.unknown-number', {});
    this.keep([number], issuedBy);
    return number;
  }

  /** A number that was set aside, or that the step of its series has left out (RULE-74). */
  async takeReserved(documentId: string, key: NumberKey, issuedBy: string): Promise<IssuedNumber> {
    const number = await this.reserved.take(documentId, key, issuedBy);
    await this.documents.setDispatchNumbers([number]);
    return number;
  }

  /** The only number of a document becomes that of the first of its addressees. */
  address(key: NumberKey, addressee: string): Promise<void> {
    return this.numbers.address(key, addressee);
  }

  /** 起案番号 for one document, from the series of kind `draft` that all sections share. */
  async issueDraftNumber(documentId: string, symbol: string, issuedBy: string): Promise<string> {
    const series = await this.numbers.ofKind('draft');
    if (!series) throw new Error('The municipality package has no number series of kind draft.');
    const request = { documentId, seriesCode: series.code, symbol };
    const [number] = await this.serials.issue([request], { issuedBy, shown: false });
    if (!number) throw new Error('No number was issued.');
    return number.text;
  }

  /** RULE-52 Matters that are given up keep their numbers as 欠番. */
  voidGivenUp(moves: readonly StateMove[]): Promise<void> {
    return this.voids.ofGivenUp(moves);
  }

  private keep(issued: readonly IssuedNumber[], issuedBy: string): void {
    this.numbers.insert(issued, issuedBy, firstOfEach(issued));
  }
}

/** The first number of each document is the one that it shows. */
function firstOfEach(issued: readonly IssuedNumber[]): IssuedNumber[] {
  return [...new Map(issued.toReversed().map((number) => [number.documentId, number])).values()];
}
