import { Link, useRouterState } from '@tanstack/react-router';
import { MenuItem } from 'react-aria-components';
import { useInboxCounts } from '../shared/api/inbox';
import { useMe } from '../shared/api/session';
import { useLanguage } from '../shared/i18n/translate';
import { LanguageSwitch } from '../shared/sign-in/language-switch';
import { cx } from '../shared/ui/class-names';
import { MenuButton, menuItemClass } from '../shared/ui/menu-button';
import { NotificationBell } from './notification-bell';
import { openScreens } from './screens';
import { UserMenu } from './user-menu';

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

/** The screens this person may open; on narrow screens behind one button. */
function Navigation() {
  const { t } = useLanguage();
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const mine = openScreens(me.allowed);
  const counts = useInboxCounts(me.allowed.includes('approve'));
  const isHere = (to: string) => path === to || path.startsWith(`${to}/`);
  const badge = (to: string) =>
    to === '/inbox' && counts.data ? (
      <span className="rounded-full bg-solid-gray-100 px-2 text-13 font-bold">{counts.data.all}</span>
    ) : null;
  return (
    <nav aria-label={t('shell.navigation')} className="min-w-0 self-stretch">
      <ul className="hidden h-full gap-1 lg:flex">
        {mine.map((screen) => (
          <li key={screen.to}>
            <Link
              to={screen.to}
              aria-current={isHere(screen.to) ? 'page' : undefined}
              className={cx(
                'flex h-full items-center gap-2 border-t-4 border-b-4 border-t-transparent px-3 whitespace-nowrap',
                isHere(screen.to)
                  ? 'border-b-key-900 font-bold text-key-900'
                  : 'border-b-transparent text-ink hover:bg-solid-gray-50',
              )}
            >
              {t(screen.label)} {badge(screen.to)}
            </Link>
          </li>
        ))}
      </ul>
      <div className="flex h-full items-center lg:hidden">
        <MenuButton label={<>☰ {t('shell.menu')}</>}>
          {mine.map((screen) => (
            <MenuItem key={screen.to} href={screen.to} textValue={t(screen.label)} className={menuItemClass}>
              <span className={cx(isHere(screen.to) && 'font-bold text-key-900')}>{t(screen.label)}</span>{' '}
              {badge(screen.to)}
            </MenuItem>
          ))}
        </MenuButton>
      </div>
    </nav>
  );
}

export function TopBar({ onHelp }: { onHelp: () => void }) {
  return (
    <header className="no-print flex h-13 shrink-0 items-center gap-x-4 border-b border-line bg-white px-4">
      <Brand />
      <Navigation />
      <div className="ml-auto flex shrink-0 items-center gap-1">
        <div className="hidden md:block">
          <LanguageSwitch />
        </div>
        <NotificationBell />
        <UserMenu onHelp={onHelp} />
      </div>
    </header>
  );
}
