/** One file of a set, and what must become of it. */
export interface LabelledFile {
  /** What it is, for the name of its test. */
  readonly what: string;
  /** The name it is sent under. */
  readonly name: string;
  readonly make: () => Buffer | Promise<Buffer>;
  /** `accepted` with what it can do, or the code and reason of the refusal. */
  readonly fate: string;
}

export type Line = readonly [what: string, name: string, make: LabelledFile['make'], fate: string];

export const labelled = (lines: readonly Line[]): LabelledFile[] =>
  lines.map(([what, name, make, fate]) => ({ what, name, make, fate }));
