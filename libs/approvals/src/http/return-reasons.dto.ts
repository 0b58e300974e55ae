/** Usual reasons of a return, as the municipality words them. */
export class ReturnReasons {
  items: string[];
}
