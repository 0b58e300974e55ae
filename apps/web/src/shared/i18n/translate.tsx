import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { formatMessage, type MessageValues, type PlaceholdersOf } from './format-message';
import type { ja, Messages } from './ja';
import { first } from './ja/first';
import { currentTongue, localeOf, onTongueChange, type Locale, type Tongue } from './locale';

export type MessageKey = keyof typeof ja;
type Values<K extends MessageKey> =
  PlaceholdersOf<(typeof ja)[K]> extends never
    ? []
    : [Readonly<Record<PlaceholdersOf<(typeof ja)[K]>, string | number>>];
/** Keys of messages that take no values. */
export type PlainKey = {
  [K in MessageKey]: PlaceholdersOf<(typeof ja)[K]> extends never ? K : never;
}[MessageKey];
export type Translate = <K extends MessageKey>(key: K, ...values: Values<K>) => string;

interface Language {
  readonly locale: Locale;
  readonly t: Translate;
}

/** Words of the screens after the first are empty until they are there, which is before those screens are. */
const languageOf = (locale: Locale, messages: Partial<Messages>): Language => ({
  locale,
  t: (key, ...values) => formatMessage(messages[key] ?? '', values[0] as MessageValues | undefined),
});

const LanguageContext = createContext<Language>(languageOf('ja', first));

/** All words of a language, for screens that are not the first. */
export const loadMessages = (tongue: Tongue): Promise<Messages> =>
  tongue === 'en'
    ? import('./en').then(({ en }) => en)
    : tongue === 'ja'
      ? import('./ja').then(({ ja }) => ja)
      : import('./plain').then(({ plain }) => plain);

/** What is loaded comes with the words that are not in the first load. */
export const withWords = async <M,>(load: Promise<M>): Promise<M> =>
  (await Promise.all([load, loadMessages(currentTongue())]))[0];

/** The words of the first screen are in the first load if they are Japanese. Nothing is shown in a language not yet loaded. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const wanted = useSyncExternalStore(onTongueChange, currentTongue);
  const [loaded, setLoaded] = useState<{ locale: Locale; messages: Partial<Messages> } | null>(
    wanted === 'en' ? null : { locale: 'ja', messages: first },
  );
  useEffect(() => {
    let current = true;
    const apply = (messages: Messages) => current && setLoaded({ locale: localeOf(wanted), messages });
    // Without them the screen stays as it is; the next screen asks again.
    loadMessages(wanted).then(apply, () => undefined);
    return () => {
      current = false;
    };
  }, [wanted]);
  const language = useMemo(() => (loaded ? languageOf(loaded.locale, loaded.messages) : null), [loaded]);
  useEffect(() => {
    if (language) document.documentElement.lang = language.locale;
  }, [language]);
  if (!language) return null;
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={language.locale === 'ja' ? 'ja-JP-u-ca-japanese' : 'en-US'}>{children}</I18nProvider>
    </LanguageContext>
  );
}

export const useLanguage = (): Language => use(LanguageContext);
export const useT = (): Translate => use(LanguageContext).t;
