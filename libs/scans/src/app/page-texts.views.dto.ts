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
