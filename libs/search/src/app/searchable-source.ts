import type { SearchableDocument } from '../core/searchable-document';

/** Where the texts of documents come from. Reads through the doors of the libs that own them. */
export abstract class SearchableSource {
  /** Documents as they are now in the running unit; those that do not exist (any more) are left out. */
  abstract of(documentIds: readonly string[]): Promise<SearchableDocument[]>;

  /** Ids of all documents in ascending order, after `after`, at most `limit`. */
  abstract idsAfter(after: string | null, limit: number): Promise<string[]>;

  /** Documents that carry the object with this SHA-256 (lower-case hex) as an attachment. */
  abstract carriersOf(sha256: string): Promise<string[]>;
}
