/** An act that the reader cannot do now, and why, in their words. */
export class RefusedAct {
  act: string;
  code: string;
  rule: string | null;
  title: string;
  detail: string;
}
