/** A file that was checked and kept, and waits to be taken into a document. */
export class UploadView {
  id: string;
  /** As the person named it, letter by letter. */
  fileName: string;
  mediaType: string;
  bytes: number;
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  sha256: string;
  /** Null for kinds without pages of their own. */
  pages: number | null;
}

/** What may be sent, so that a screen can say no before sending. */
export class UploadPolicyView {
  maxBytes: number;
  /** Lower case, without dot. */
  extensions: string[];
}
