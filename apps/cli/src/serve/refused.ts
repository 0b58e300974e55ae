/** A reason not to start, in a sentence or two for the person at the terminal; printed without a stack. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
