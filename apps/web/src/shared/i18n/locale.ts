export const locales = ['ja', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Where words come from: `plain` is やさしい日本語, which is Japanese in every other respect. */
export const tongues = ['ja', 'plain', 'en'] as const;
export type Tongue = (typeof tongues)[number];

const storageKey = 'fubako.locale';
const isTongue = (value: unknown): value is Tongue => tongues.includes(value as Tongue);

function stored(): Tongue {
  try {
    const value = localStorage.getItem(storageKey);
    return isTongue(value) ? value : 'ja';
  } catch {
    return 'ja';
  }
}

let current: Tongue = stored();
const listeners = new Set<() => void>();

/** Japanese until the person chooses otherwise. */
export const currentTongue = (): Tongue => current;

export const localeOf = (tongue: Tongue): Locale => (tongue === 'en' ? 'en' : 'ja');

/** Language the person reads. */
export const currentLocale = (): Locale => localeOf(current);

export function chooseTongue(tongue: Tongue): void {
  current = tongue;
  try {
    localStorage.setItem(storageKey, tongue);
  } catch {
    // A browser that forbids storage still gets the language until the page closes.
  }
  for (const listener of listeners) listener();
}

export function onTongueChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
