import type { Words } from '@fubako/organisation';

/** What keeps a file from being a form, at a JSON pointer into it, as a clerk reads it. */
export interface FormFault {
  readonly pointer: string;
  readonly code: string;
  readonly words: Words;
}

export const badForm = (pointer: string, ja: string, en: string): FormFault => ({
  pointer,
  code: 'package.bad-form',
  words: { ja, en },
});
