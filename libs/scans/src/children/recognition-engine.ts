/** How a page is laid out for recognition. */
export interface Manner {
  readonly language: string;
  /** Page segmentation, as Tesseract numbers it. */
  readonly layout: string;
}

/** The picture of a page (PGM), and the folder private to its reading. */
export interface PagePicture {
  readonly path: string;
  readonly folder: string;
  /** Points per inch. */
  readonly resolution: number;
}

/** 文字認識エンジン: one way to Tesseract on this machine, with the languages it has. */
export interface RecognitionEngine {
  /** As it is kept with the text, e.g. `tesseract 5.3.0`. */
  readonly name: string;
  readonly languages: readonly string[];
  /** The table that Tesseract writes of a page (TSV). @throws ChildFailed */
  read(picture: PagePicture, manner: Manner): Promise<string>;
  /** What Tesseract says about which way up it lies (`--psm 0`); null when this engine cannot tell. @throws ChildFailed */
  look(picture: PagePicture): Promise<string> | null;
}

/** What a page may take; a page that takes longer has no text. */
export const READ_LIMITS = { timeoutMs: 90_000, maxOutputBytes: 16 * 1024 * 1024 };
