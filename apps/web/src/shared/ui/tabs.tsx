import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from './class-names';

export interface TabItem<K extends string> {
  readonly key: K;
  readonly label: ReactNode;
  readonly panel: () => ReactNode;
}

interface TabsProps<K extends string> {
  label: string;
  items: readonly TabItem<K>[];
  current: K;
  onChange: (key: K) => void;
  panelClass?: string;
}

/** Tabs with their panel; arrow keys move between tabs, the panel scrolls and takes the focus after them. */
export function Tabs<K extends string>({ label, items, current, onChange, panelClass }: TabsProps<K>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const index = Math.max(
    0,
    items.findIndex((item) => item.key === current),
  );
  const shown = items[index];

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && items[(index + step + items.length) % items.length];
    if (!next) return;
    event.preventDefault();
    onChange(next.key);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.key)}"]`)?.focus();
  };

  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="flex shrink-0 flex-wrap gap-x-1 gap-y-1 border-b border-line bg-white px-3 pt-2"
      >
        {items.map((item, position) => (
          <button
            key={item.key}
            type="button"
            role="tab"
            id={`${id}-tab-${position}`}
            data-tab={item.key}
            aria-selected={position === index}
            aria-controls={`${id}-panel`}
            tabIndex={position === index ? 0 : -1}
            onClick={() => onChange(item.key)}
            className={cx(
              'touch-target max-w-48 truncate rounded-t-8 border border-b-0 px-3 py-1.5',
              position === index ? 'border-solid-gray-536 bg-solid-gray-50 font-bold' : 'border-line bg-white text-ink',
            )}
          >
            {item.label}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${index}`}
        tabIndex={0}
        data-scrolls
        className={cx(
          'min-h-0 flex-1 overflow-y-auto -outline-offset-3 short:flex-none short:overflow-visible',
          panelClass,
        )}
      >
        {shown?.panel()}
      </div>
    </>
  );
}
