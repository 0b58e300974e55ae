import { MenuItem } from 'react-aria-components';
import { useT } from '../shared/i18n/translate';
import { cx } from '../shared/ui/class-names';
import { MenuButton, menuItemClass } from '../shared/ui/menu-button';
import type { Screen } from './screens';

interface ScreenMenuProps {
  label: string;
  screens: readonly Screen[];
  isHere: (to: string) => boolean;
}

/** Screens behind one button: a group of the bar, or all of them where the bar is too narrow. */
export default function ScreenMenu({ label, screens, isHere }: ScreenMenuProps) {
  const t = useT();
  const here = screens.some(({ to }) => isHere(to));
  return (
    <MenuButton
      label={
        <span className={cx('whitespace-nowrap', here && 'font-bold text-key-900')}>
          {label} <span aria-hidden="true">▾</span>
        </span>
      }
    >
      {screens.map((screen) => (
        <MenuItem key={screen.to} href={screen.to} textValue={t(screen.label)} className={menuItemClass}>
          <span className={cx(isHere(screen.to) && 'font-bold text-key-900')}>{t(screen.label)}</span>
        </MenuItem>
      ))}
    </MenuButton>
  );
}
