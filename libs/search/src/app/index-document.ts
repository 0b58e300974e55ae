import { Injectable } from '@nestjs/common';
import { UnitOfWork, byOffice } from '@fubako/platform/database';
import { entryOf } from '../core/entry';
import { DisposedRows } from '../data/disposed-rows';
import { IndexRows } from '../data/index-rows';
import { SearchableSource } from './searchable-source';

/**
 * Brings the index up to date with these documents, in the unit that changed them: what is decided can be found at once, and
 * what is rolled back was never found (SEA-10). A few statements, however many documents. The index is of the office: it holds
 * what there is and not what whoever has acted may read, and who changes a document so that they may not read it any more takes
 * nothing out of it.
 */
@Injectable()
export class IndexDocument {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly source: SearchableSource,
    private readonly rows: IndexRows,
    private readonly disposed: DisposedRows,
  ) {}

  run(documentIds: readonly string[]): Promise<void> {
    return byOffice(() => this.uow.run(() => this.bringUpToDate(documentIds)));
  }

  private async bringUpToDate(documentIds: readonly string[]): Promise<void> {
    if (documentIds.length === 0) return;
    // The reading goes out behind the claim: it sees what was committed by whoever had the places before.
    const [places, found] = await Promise.all([this.rows.claim(documentIds), this.source.of(documentIds)]);
    const placeOf = new Map(places.map((place) => [place.documentId, place]));
    const entries = found.map(entryOf);
    const unchanged = entries.filter(({ documentId, fy, contentSha256 }) => {
      const place = placeOf.get(documentId);
      return place?.fy === fy && (place.contentSha256?.equals(contentSha256) ?? false);
    });
    const present = new Set(entries.map(({ documentId }) => documentId));
    this.rows.describe(unchanged);
    await this.rows.write(
      entries.filter((entry) => !unchanged.includes(entry)),
      places,
    );
    const gone = places.filter(({ documentId }) => !present.has(documentId));
    this.rows.remove(gone);
    await this.disposed.keep(gone.map(({ documentId }) => documentId));
  }
}
