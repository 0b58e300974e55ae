import type { Passage } from './passage';

/** A plain document: specification (仕様書), quotation (見積書), notice. */
export interface SimpleDocument {
  readonly title: string;
  /** Person or body behind it; goes into the file's properties. */
  readonly author: string;
  /** Date of the file, so that the same document gives the same bytes. */
  readonly createdAt: Date;
  readonly letterhead?: Letterhead;
  /** A bare string is a paragraph. */
  readonly passages: readonly (Passage | string)[];
}

/** Head of an official letter: number and date at the right, addressee at the left, sender at the right. */
export interface Letterhead {
  readonly number?: string;
  readonly date?: string;
  readonly addressee?: string;
  /** Lines, e.g. address, company, representative. */
  readonly sender?: readonly string[];
}
