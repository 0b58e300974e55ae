import { useNavigate } from '@tanstack/react-router';
import { MenuItem, Separator } from 'react-aria-components';
import { forgetUnsaved } from '../features/drafting/unsaved';
import { useMe, useSignOut } from '../shared/api/session';
import { chooseTongue } from '../shared/i18n/locale';
import { useLanguage } from '../shared/i18n/translate';
import { enableSingleKeys, useSingleKeysEnabled } from '../shared/keys/shortcuts';
import { chooseTypeSize, nextSize, useTypeSize } from '../shared/ui/type-size';
import { MenuButton, menuItemClass } from '../shared/ui/menu-button';
import { showHelp } from './help-state';
import { takeTour } from './tour-state';

/** Who I am, my posts, the keys, the language, and the way out. */
export default function UserMenu({ onHelp, onCommands }: { onHelp: () => void; onCommands: () => void }) {
  const { t, locale } = useLanguage();
  const me = useMe();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const singleKeys = useSingleKeysEnabled();
  const size = useTypeSize();
  const main = me.posts.find((post) => post.kind === 'main') ?? me.posts[0];
  const leave = () => {
    forgetUnsaved(localStorage);
    signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/sign-in' }) });
  };
  return (
    <MenuButton
      name={t('user.menu', { name: [main?.title, me.name].filter(Boolean).join(' ') })}
      label={
        <span className="flex items-baseline gap-1">
          <span className="hidden text-13 sm:inline">{main?.title}</span> <b>{me.name}</b>
        </span>
      }
    >
      {me.posts.map((post) => (
        <MenuItem key={post.code} textValue={post.title} className={menuItemClass}>
          <span>
            {post.unitName} {post.title}
          </span>{' '}
          <span className="text-13 text-quiet">{t(`post.${post.kind}`)}</span>
        </MenuItem>
      ))}
      <Separator className="my-1 border-t border-line" />
      <MenuItem className={menuItemClass} onAction={onCommands}>
        {t('command.open')} <span className="text-13 text-quiet">Ctrl K</span>
      </MenuItem>
      <MenuItem href="/my" className={menuItemClass}>
        {t('user.settings')}
      </MenuItem>
      <MenuItem href="/organisation" className={menuItemClass}>
        {t('organisation.title')}
      </MenuItem>
      {me.allowed.includes('accounts') && (
        <MenuItem href="/accounts" className={menuItemClass}>
          {t('accounts.title')}
        </MenuItem>
      )}
      {me.allowed.includes('settings') && (
        <MenuItem href="/settings" className={menuItemClass}>
          {t('settings.title')}
        </MenuItem>
      )}
      {me.allowed.includes('emergency') && (
        <MenuItem href="/emergency-readings" className={menuItemClass}>
          {t('emergency.title')}
        </MenuItem>
      )}
      <MenuItem className={menuItemClass} onAction={() => showHelp(true)}>
        {t('help.open')} <span className="text-13 text-quiet">F1</span>
      </MenuItem>
      <MenuItem className={menuItemClass} onAction={() => takeTour(0)}>
        {t('tour.title')}
      </MenuItem>
      <MenuItem className={menuItemClass} onAction={onHelp}>
        {t('key.help')}
      </MenuItem>
      <MenuItem className={menuItemClass} onAction={() => enableSingleKeys(!singleKeys)}>
        {t(singleKeys ? 'user.keysOff' : 'user.keysOn')}
      </MenuItem>
      <MenuItem className={menuItemClass} onAction={() => chooseTypeSize(nextSize(size))}>
        {t(`user.type.${nextSize(size)}`)}
      </MenuItem>
      <MenuItem className={menuItemClass} onAction={() => chooseTongue(locale === 'ja' ? 'en' : 'ja')}>
        {t(locale === 'ja' ? 'language.en' : 'language.ja')}
      </MenuItem>
      <Separator className="my-1 border-t border-line" />
      <MenuItem className={menuItemClass} onAction={leave}>
        {t('user.signOut')}
      </MenuItem>
    </MenuButton>
  );
}
