import { useState } from 'react';
import { useT } from '../shared/i18n/translate';
import { activeShortcuts, useSingleKeysEnabled } from '../shared/keys/shortcuts';
import { Button } from '../shared/ui/button';
import { SheetDialog, SheetFoot } from '../shared/ui/sheet-dialog';

const shown: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', J: 'Shift+J', K: 'Shift+K' };
const caps = (key: string) => shown[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** Only the keys that work here and now. */
export default function KeyHelp({ onClose }: { onClose: () => void }) {
  const t = useT();
  const enabled = useSingleKeysEnabled();
  const [shortcuts] = useState(activeShortcuts);
  return (
    <SheetDialog title={t('key.help')} onClose={onClose}>
      {!enabled && <p>{t('key.off')}</p>}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {shortcuts.map((shortcut) => (
          <div key={shortcut.keys.join() + shortcut.label} className="contents">
            <dt className="flex gap-1">
              {shortcut.keys.map((key) => (
                <kbd key={key} className="rounded-4 border border-solid-gray-536 bg-solid-gray-50 px-1.5 text-13">
                  {key.split(' ').map(caps).join(' ')}
                </kbd>
              ))}
            </dt>
            <dd>{t(shortcut.label)}</dd>
          </div>
        ))}
      </dl>
      <SheetFoot>
        <Button autoFocus onClick={onClose}>
          {t('common.close')}
        </Button>
      </SheetFoot>
    </SheetDialog>
  );
}
