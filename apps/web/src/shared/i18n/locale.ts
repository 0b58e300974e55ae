export const locales = ['ja', 'en'] as const;
export type Locale = (typeof locales)[number];

const storageKey = 'fubako.locale';
const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);

function stored(): Locale {
  try {
    const value = localStorage.getItem(storageKey);
    return isLocale(value) ? value : 'ja';
  } catch {
    return 'ja';
  }
}

let current: Locale = stored();
const listeners = new Set<() => void>();

/** Language the person reads; Japanese until they choose otherwise. */
export const currentLocale = (): Locale => current;

export function chooseLocale(locale: Locale): void {
  current = locale;
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // A browser that forbids storage still gets the language until the page closes.
  }
  for (const listener of listeners) listener();
}

export function onLocaleChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
