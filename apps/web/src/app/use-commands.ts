import type { NavigateOptions } from '@tanstack/react-router';
import { useSearch } from '../shared/api/search';
import { useMe } from '../shared/api/session';
import { useFoundPeople } from '../shared/form/found';
import { chooseTongue } from '../shared/i18n/locale';
import { type PlainKey, useLanguage } from '../shared/i18n/translate';
import { useDebounced } from '../shared/ui/use-debounced';
import { furtherScreens } from './further-screens';
import { showHelp } from './help-state';
import { type Screen, openScreens } from './screens';
import { takeTour } from './tour-state';

export interface Command {
  readonly id: string;
  readonly words: string;
  /** Stands at the end of the line: keys, or where the person sits. */
  readonly note: string;
  readonly run: () => void;
}

export interface CommandGroup {
  readonly name: PlainKey;
  readonly commands: readonly Command[];
}

interface Ways {
  readonly navigate: (where: NavigateOptions) => void;
  readonly help: () => void;
}

const shown = 6;
const pause = 200;

/** What the typed words can mean for this person; all their screens while nothing is typed. */
export function useCommands(words: string, ways: Ways): readonly CommandGroup[] {
  const { t, locale } = useLanguage();
  const me = useMe();
  const inMenus = openScreens(me.allowed).map((screen) => ({
    id: screen.to,
    words: t(screen.label),
    note: keysOf(screen),
    run: goTo(screen, ways),
  }));
  const others = furtherScreens(me.allowed).map(({ where, label }) => ({
    id: label,
    words: t(label),
    note: '',
    run: () => ways.navigate(where),
  }));
  const screens = [...inMenus, ...(words === '' ? [] : others)].filter((command) => fits(command.words, words));
  const things: Command[] = [
    { id: 'manual', words: t('help.open'), note: 'F1', run: () => showHelp(true) },
    { id: 'tour', words: t('tour.title'), note: '', run: () => takeTour(0) },
    { id: 'help', words: t('key.help'), note: '?', run: ways.help },
    {
      id: 'language',
      words: t(locale === 'ja' ? 'language.en' : 'language.ja'),
      note: '',
      run: () => chooseTongue(locale === 'ja' ? 'en' : 'ja'),
    },
  ].filter((command) => fits(command.words, words));
  const documents = useDocuments(me.allowed.includes('search') ? words : '', ways);
  const people = usePeopleOf(me.allowed.includes('search') ? words : '', ways);
  return [
    { name: 'command.screens' as const, commands: screens },
    { name: 'command.documents' as const, commands: documents },
    { name: 'command.people' as const, commands: people },
    { name: 'command.things' as const, commands: things },
  ].filter(({ commands }) => commands.length > 0);
}

const keysOf = ({ keys }: Screen) => keys.toUpperCase();
const goTo =
  ({ to }: Screen, { navigate }: Ways) =>
  () =>
    navigate({ to });
const fits = (name: string, words: string) => name.toLowerCase().includes(words.toLowerCase());

/** The first hits, and the way to all of them. */
function useDocuments(words: string, { navigate }: Ways): readonly Command[] {
  const { t } = useLanguage();
  const q = useDebounced(words, pause);
  const found = useSearch({ q }, q !== '');
  if (words === '') return [];
  const hits = q === words && !found.isPlaceholderData ? (found.data?.pages[0]?.items ?? []) : [];
  return [
    ...hits.slice(0, shown).map(({ documentId, title, number }) => ({
      id: documentId,
      words: title,
      note: number ?? '',
      run: () => navigate({ to: '/documents/$id', params: { id: documentId } }),
    })),
    {
      id: 'search',
      words: t('command.searchAll', { words }),
      note: '',
      run: () => navigate({ to: '/search', search: { q: words } }),
    },
  ];
}

function usePeopleOf(words: string, { navigate }: Ways): readonly Command[] {
  const found = useFoundPeople(words);
  if (words === '') return [];
  return found.items.slice(0, shown).map(({ staffNo, name, unitName, postTitle }) => ({
    id: `person-${staffNo}`,
    words: name,
    note: `${unitName} ${postTitle}`,
    run: () => navigate({ to: '/search', search: { q: `起案者:"${name}"` } }),
  }));
}
