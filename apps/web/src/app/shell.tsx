import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMe } from '../shared/api/session';
import { useT } from '../shared/i18n/translate';
import { useShortcuts } from '../shared/keys/shortcuts';
import { afterFirst, watchFirstRest } from '../shared/ui/first-rest';
import { later } from '../shared/ui/later';
import { openScreens } from './screens';
import { OfflineNote } from './offline-note';
import { TopBar } from './top-bar';

const CommandBox = later(() => import('./command-box'));
const KeyHelp = later(() => import('./key-help'));
const ShellLater = later(afterFirst(() => import('./shell-later')));

/** Top bar and one screen; the screens scroll, the page does not. */
export function Shell() {
  const t = useT();
  const me = useMe();
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  const [commands, setCommands] = useState(false);
  const mine = openScreens(me.allowed);
  const client = useQueryClient();
  useEffect(() => watchFirstRest(client), [client]);
  useShortcuts([
    { keys: ['?'], label: 'key.help', run: () => setHelp(true) },
    { keys: ['Ctrl+k'], label: 'command.open', run: () => setCommands(true) },
    ...(mine.some((screen) => screen.to === '/search')
      ? [{ keys: ['/'], label: 'nav.search' as const, run: () => void navigate({ to: '/search' }) }]
      : []),
    ...mine.map((screen) => ({
      keys: [screen.keys],
      label: screen.label,
      run: () => void navigate({ to: screen.to }),
    })),
  ]);
  return (
    <div className="flex h-dvh flex-col">
      <a href="#main" className="skip-link">
        {t('shell.skip')}
      </a>
      <OfflineNote />
      <TopBar onHelp={() => setHelp(true)} onCommands={() => setCommands(true)} />
      <main id="main" tabIndex={-1} className="min-h-0 flex-1 outline-none">
        <Outlet />
      </main>
      {commands && <CommandBox onClose={() => setCommands(false)} onHelp={() => setHelp(true)} />}
      {help && <KeyHelp onClose={() => setHelp(false)} />}
      <ShellLater />
    </div>
  );
}
