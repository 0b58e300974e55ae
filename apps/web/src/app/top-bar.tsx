import { Link, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useCirculationCounts } from '../shared/api/circulation-counts';
import { useInboxCounts } from '../shared/api/inbox';
import { useMe } from '../shared/api/session';
import { useLanguage } from '../shared/i18n/translate';
import { LanguageSwitch } from '../shared/sign-in/language-switch';
import { cx } from '../shared/ui/class-names';
import { afterFirst } from '../shared/ui/first-rest';
import { SCREEN_GROUPS, type Screen, openScreens } from './screens';

// Menus bring a library of their own; the bar stands before they are there.
const ScreenMenu = lazy(afterFirst(() => import('./screen-menu')));
const NotificationBell = lazy(afterFirst(() => import('./notification-bell')));
const UserMenu = lazy(afterFirst(() => import('./user-menu')));

function Brand() {
  const { t, locale } = useLanguage();
  const { municipality } = useMe();
  return (
    <Link to="/" className="flex min-w-0 shrink-0 items-center gap-2 text-16 font-bold text-ink">
      <img src="/favicon.svg" alt="" width="18" height="18" />
      <span className="max-sm:sr-only">{locale === 'ja' ? municipality.name : municipality.nameEn}</span>
      <span>{t('common.product')}</span>
    </Link>
  );
}

/** A group of one screen is no menu. */
function arranged(mine: readonly Screen[]) {
  const menus = SCREEN_GROUPS.map((group) => ({ group, screens: mine.filter((screen) => screen.group === group) }));
  const large = menus.filter(({ screens }) => screens.length > 1);
  return { menus: large, inBar: mine.filter(({ group }) => !large.some((menu) => menu.group === group)) };
}

/** The screens this person may open; on narrow screens behind one button. */
function Navigation() {
  const { t } = useLanguage();
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const mine = openScreens(me.allowed);
  const { menus, inBar } = arranged(mine);
  const counts = useInboxCounts(me.allowed.includes('approve'));
  const reading = useCirculationCounts(me.allowed.includes('draft'));
  const isHere = (to: string) => path === to || path.startsWith(`${to}/`);
  const waiting: Readonly<Record<string, number | undefined>> = {
    '/inbox': counts.data?.all,
    '/circulations': reading.data?.toRead,
  };
  const badge = (to: string) =>
    waiting[to] === undefined ? null : (
      <span className="rounded-full bg-solid-gray-100 px-2 text-13 font-bold">{waiting[to]}</span>
    );
  return (
    <nav aria-label={t('shell.navigation')} className="min-w-0 self-stretch">
      <ul className="hidden h-full gap-1 xl:flex">
        {inBar.map((screen) => (
          <li key={screen.to}>
            <Link
              to={screen.to}
              aria-current={isHere(screen.to) ? 'page' : undefined}
              className={cx(
                'flex h-full items-center gap-2 border-t-4 border-b-4 border-t-transparent px-2 whitespace-nowrap 2xl:px-3',
                isHere(screen.to)
                  ? 'border-b-key-900 font-bold text-key-900'
                  : 'border-b-transparent text-ink hover:bg-solid-gray-50',
              )}
            >
              {t(screen.label)} {badge(screen.to)}
            </Link>
          </li>
        ))}
        {menus.map(({ group, screens }) => (
          <li key={group} className="flex items-center">
            <Suspense fallback={<span className="px-2 whitespace-nowrap">{t(`nav.group.${group}`)}</span>}>
              <ScreenMenu label={t(`nav.group.${group}`)} screens={screens} isHere={isHere} />
            </Suspense>
          </li>
        ))}
      </ul>
      <div className="flex h-full items-center xl:hidden">
        <Suspense fallback={<span className="px-2">{t('shell.menu')}</span>}>
          <ScreenMenu label={t('shell.menu')} screens={mine} isHere={isHere} />
        </Suspense>
      </div>
    </nav>
  );
}

export function TopBar(ways: { onHelp: () => void; onCommands: () => void }) {
  const me = useMe();
  return (
    <header className="no-print flex h-13 shrink-0 items-center gap-x-4 border-b border-line bg-white px-4">
      <Brand />
      <Navigation />
      <div className="ml-auto flex shrink-0 items-center gap-1">
        <div className="hidden md:block">
          <LanguageSwitch />
        </div>
        <Suspense fallback={<b className="px-2">{me.name}</b>}>
          <NotificationBell />
          <UserMenu {...ways} />
        </Suspense>
      </div>
    </header>
  );
}
