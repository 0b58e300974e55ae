import { Injectable } from '@nestjs/common';

/** Of these documents those of which a letter has gone out. */
type Ask = (documentIds: readonly string[]) => Promise<readonly string[]>;

/** RULE-52 What has gone out is known further up, where letters are sent; there the answer is given from. */
@Injectable()
export class SentLetters {
  private ask: Ask = () => Promise.resolve([]);

  answeredBy(ask: Ask): void {
    this.ask = ask;
  }

  async of(documentIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(documentIds.length === 0 ? [] : await this.ask(documentIds));
  }
}
