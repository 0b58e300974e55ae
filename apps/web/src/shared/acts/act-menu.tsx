import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Button as TriggerButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useT } from '../i18n/translate';
import { buttonClass } from '../ui/button';
import { cx } from '../ui/class-names';
import type { RefusedOffer } from './offered-acts';

export interface ActMenuItem {
  readonly key: string;
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly danger?: boolean;
  readonly run: () => void;
}

interface ActMenuProps {
  items: readonly ActMenuItem[];
  refused: readonly RefusedOffer[];
  disabled: boolean;
}

const entry = 'touch-target w-full rounded-4 px-3 py-1.5 text-left';

/** Arrow keys move through the acts, the refused ones too: their reasons are to be read. */
function step(event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
}

function Refused({ line }: { line: RefusedOffer }) {
  const t = useT();
  const id = useId();
  return (
    <li>
      <button type="button" aria-disabled="true" aria-describedby={id} className={cx(entry, 'cursor-not-allowed')}>
        <span className="font-bold text-quiet">
          {line.seatName === null ? line.label : t('acts.forSeat', { act: line.label, seat: line.seatName })}
        </span>
        <span id={id} className="block text-13">
          {line.reason} <span className="text-12 text-quiet">{line.rule}</span>
        </span>
      </button>
    </li>
  );
}

/** Every other act, and those that are not open now with the reason, for eyes and screen readers alike. */
export default function ActMenu({ items, refused, disabled }: ActMenuProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  if (items.length + refused.length === 0) return null;
  const run = (item: ActMenuItem) => {
    setOpen(false);
    item.run();
  };
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <TriggerButton isDisabled={disabled} className={buttonClass('secondary')}>
        {t('acts.more')} <span aria-hidden="true">▾</span>
      </TriggerButton>
      <Popover placement="top start" className="z-40 w-96 max-w-[92vw] rounded-8 border border-line bg-white shadow-2">
        <Dialog aria-label={t('acts.more')} className="outline-none">
          <div ref={list} data-scrolls onKeyDown={step} className="max-h-[60vh] overflow-y-auto p-1">
            <ul>
              {items.map((item, at) => (
                <li key={item.key}>
                  <button
                    type="button"
                    autoFocus={at === 0}
                    aria-keyshortcuts={item.shortcut}
                    onClick={() => run(item)}
                    className={cx(entry, 'flex justify-between gap-3 hover:bg-key-50', item.danger && 'text-vermilion')}
                  >
                    {item.label}
                    {item.shortcut && <kbd className="text-13 text-quiet">{item.shortcut}</kbd>}
                  </button>
                </li>
              ))}
            </ul>
            {refused.length > 0 && (
              <section
                aria-label={t('acts.notNow')}
                className={cx(items.length > 0 && 'mt-1 border-t border-line pt-1')}
              >
                <h3 className="px-3 py-1 text-13">{t('acts.notNow')}</h3>
                <ul>
                  {refused.map((line) => (
                    <Refused key={line.key} line={line} />
                  ))}
                </ul>
              </section>
            )}
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
