import { withWords } from '../i18n/translate';
import { cx } from './class-names';
import { later } from './later';

const PaneLine = later(() => withWords(import('./pane-line')));

/** The line on the edge between two columns of a grid: there after the first load, seen when it is pointed at or has the focus. */
export function LaterPaneLine({ name, className }: { name: string; className: string }) {
  return (
    <PaneLine
      name={name}
      className={cx(
        'no-print absolute inset-y-0 left-0 z-20 -ml-1.5 w-3 bg-white text-key-900 opacity-0 hover:opacity-100 focus-visible:opacity-100',
        className,
      )}
    />
  );
}
