import { graphemesOf, textFault } from '@fubako/kernel';

export const SHORTEST_PASSWORD = 15;
export const LONGEST_PASSWORD = 128;
const FEWEST_DIFFERENT = 6;

export type PasswordWeakness = 'too-short' | 'too-long' | 'unfit-characters' | 'too-uniform' | 'contains-login';

/** ID-6 Width-insensitive, so that a password typed with a Japanese input method is the same password. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/** ID-7 Length decides, not a mixture of character kinds; what is easily guessed from the person is refused. Null: good enough. */
export function weaknessOf(password: string, login: string): PasswordWeakness | null {
  const characters = graphemesOf(normalPassword(password));
  if (textFault(password, false)) return 'unfit-characters';
  if (characters.length < SHORTEST_PASSWORD) return 'too-short';
  if (characters.length > LONGEST_PASSWORD) return 'too-long';
  if (new Set(characters).size < FEWEST_DIFFERENT) return 'too-uniform';
  const folded = normalPassword(password).toLowerCase();
  return login.length >= 4 && folded.includes(login.toLowerCase()) ? 'contains-login' : null;
}
