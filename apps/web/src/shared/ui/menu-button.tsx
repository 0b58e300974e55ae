import type { ReactNode } from 'react';
import { Button, Menu, MenuTrigger, Popover } from 'react-aria-components';
import { cx } from './class-names';

interface MenuButtonProps {
  label: ReactNode;
  name?: string;
  children: ReactNode;
  className?: string;
}

export const menuItemClass =
  'flex min-h-10 items-center justify-between gap-4 rounded-4 px-3 py-1.5 outline-none focus:bg-key-50 focus:ring-2 focus:ring-black';

/** A button that opens a menu of links and acts. `name` is spoken when the label is a picture. */
export function MenuButton({ label, name, children, className }: MenuButtonProps) {
  return (
    <MenuTrigger>
      <Button
        {...(name ? { 'aria-label': name } : {})}
        className={cx(
          'touch-target inline-flex items-center gap-1 rounded-8 px-2 py-1.5 hover:bg-solid-gray-50',
          className,
        )}
      >
        {label}
      </Button>
      <Popover className="z-40 min-w-52 rounded-8 border border-line bg-white p-1 shadow-2">
        <Menu className="max-h-96 overflow-y-auto outline-none">{children}</Menu>
      </Popover>
    </MenuTrigger>
  );
}
