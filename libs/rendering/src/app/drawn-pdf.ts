import type { AbsentCharacters } from '../core/absent-characters';

/** A finished PDF, and which characters of it a reader must check against the screen. */
export interface DrawnPdf extends AbsentCharacters {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
}
