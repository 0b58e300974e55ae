/** What keeps a file from being a form, at a JSON pointer into it, as a clerk reads it. */
export interface FormFault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
  /** The same in English. */
  readonly en: string;
}
