import { Injectable } from '@nestjs/common';
import { MAKE_WITH_PLACES } from '../core/entry';
import { RenewalRows } from '../data/renewal-rows';

/** SEA-17 Whether all entries have the places of their triples; once they have they keep them, and nobody asks again. */
@Injectable()
export class IndexMake {
  private known = false;

  constructor(private readonly rows: RenewalRows) {}

  /** Call inside a unit of work. */
  async hasPlaces(): Promise<boolean> {
    if (!this.known) this.known = await this.rows.isFinished(MAKE_WITH_PLACES);
    return this.known;
  }
}
