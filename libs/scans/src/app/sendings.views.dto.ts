/** 拒否: in the language of the reader. */
export class SendingRefusal {
  at: string;
  code: string;
  /** What was wrong. */
  title: string;
  /** And what to do next. */
  detail: string;
}

/** A file on its way in pieces: how much of it is here, and what is here. */
export class SendingView {
  id: string;
  /** As the person named it, letter by letter. */
  fileName: string;
  bytes: number;
  /** Bytes that are here; the next piece starts there. */
  received: number;
  /** Size of every piece but the last. */
  pieceBytes: number;
  /** SHA-256 of each piece that is here, in order, so that the sender can tell whether it is still the same file. */
  pieces: string[];
  startedAt: string;
  /** 検査待ち: all of it is here, and the virus scanner had not answered since; asked again every minute. */
  waitingSince: string | null;
  /** Why it was refused after it had waited; listed until its sender dismisses it, or for a day. */
  refusal: SendingRefusal | null;
  /** The upload that it became, if any. What had waited for the scanner is listed until it is attached. */
  uploadId: string | null;
}

export class SendingsView {
  items: SendingView[];
}
