import { MenuItem } from 'react-aria-components';
import { useT } from '../shared/i18n/translate';
import { cx } from '../shared/ui/class-names';
import { MenuButton, menuItemClass } from '../shared/ui/menu-button';
import type { Screen } from './screens';

interface NarrowNavigationProps {
  screens: readonly Screen[];
  isHere: (to: string) => boolean;
}

/** The screens behind one button, where the bar is too narrow for them. */
export default function NarrowNavigation({ screens, isHere }: NarrowNavigationProps) {
  const t = useT();
  return (
    <MenuButton label={t('shell.menu')}>
      {screens.map((screen) => (
        <MenuItem key={screen.to} href={screen.to} textValue={t(screen.label)} className={menuItemClass}>
          <span className={cx(isHere(screen.to) && 'font-bold text-key-900')}>{t(screen.label)}</span>
        </MenuItem>
      ))}
    </MenuButton>
  );
}
