/** A recognised word and its box, in ten-thousandths of the width and height of the page as it is shown. */
export class RecognisedWordView {
  text: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** 認識した文字: what was recognised on the picture of one page. */
export class RecognisedWords {
  /** Mean over the letters, 0 to 100; null when nothing was recognised here, or the page carries its own text. */
  confidence: number | null;
  words: RecognisedWordView[];
}

/** What recognition read, with which engine and how sure it was: kept whatever is corrected. */
export class RecognisedTextView {
  text: string;
  /** With its version. */
  engine: string;
  /** Mean over the letters, 0 to 100. */
  confidence: number;
}

/** 文字の訂正: one version of the text of a page, by a person. */
export class TextVersionView {
  /** From 1. */
  version: number;
  text: string;
  staffNo: string;
  name: string;
  at: string;
}

/** The recognised text of a page as it stands now, and how it came to be so. */
export class CorrectableText {
  page: number;
  /** 0 as long as nobody corrected it. */
  version: number;
  text: string;
  recognised: RecognisedTextView;
  /** The newest first. */
  versions: TextVersionView[];
  /** `correct` for those who may. */
  allowed: string[];
}
