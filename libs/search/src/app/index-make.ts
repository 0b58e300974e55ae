import { Injectable } from '@nestjs/common';
import { MAKE } from '../core/entry';
import { RenewalRows } from '../data/renewal-rows';

/** SEA-17 Whether all entries are of this make; once they are they stay so, and nobody asks again. */
@Injectable()
export class IndexMake {
  private known = false;

  constructor(private readonly rows: RenewalRows) {}

  /** Call inside a unit of work. */
  async isRenewed(): Promise<boolean> {
    if (!this.known) this.known = ((await this.rows.find(MAKE))?.finishedAt ?? null) !== null;
    return this.known;
  }
}
