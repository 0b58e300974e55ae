/** The parts of a keyboard event that decide which shortcut it is. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** While a kana-kanji conversion is open; Safari reports its Enter only by key code 229. */
export const isComposing = (press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean =>
  press.isComposing || press.keyCode === 229;

/** For widgets that hear keys themselves: the Enter that ends a conversion chooses nothing. */
export function keepFromConverting(event: { readonly nativeEvent: KeyPress; stopPropagation(): void }): void {
  if (isComposing(event.nativeEvent)) event.stopPropagation();
}

const letterCode = /^Key([A-Z])$/;
const plainKey = /^[\u0021-\u007e]$|^[A-Z][A-Za-z]+$/u;

/** The shortcut's name: 'j', 'J' (with shift), '*', 'Enter', 'Ctrl+k'. A kana layout falls back to the physical letter. */
export function shortcutOf(press: KeyPress): string {
  const letter = letterCode.exec(press.code)?.[1];
  const readable = plainKey.test(press.key) && press.key !== 'Process';
  const key = readable || !letter ? press.key : press.shiftKey ? letter : letter.toLowerCase();
  const prefix = press.ctrlKey || press.metaKey ? 'Ctrl+' : '';
  return (press.altKey ? 'Alt+' : '') + prefix + (prefix && key.length === 1 ? key.toLowerCase() : key);
}

/** Keys that never write a character. */
const typesNothing = /^(Ctrl\+|Alt\+|F\d)/;
const isSingle = (shortcut: string) => shortcut.length === 1;

/** Where single keys must not act: while typing, in layers above the page, and in widgets that use them themselves. */
export function isTaken(shortcut: string, target: { closest(selector: string): unknown } | null): boolean {
  if (!target) return false;
  if (
    !typesNothing.test(shortcut) &&
    target.closest('input:not([type=checkbox]),textarea,select,[contenteditable=true]')
  )
    return true;
  if (target.closest('[role=dialog],[role=alertdialog],[role=menu],[role=listbox]')) return true;
  if (isSingle(shortcut)) return false;
  if (shortcut.startsWith('Arrow')) return Boolean(target.closest('[role=tablist],[role=radiogroup],[data-scrolls]'));
  return shortcut === 'Enter' && Boolean(target.closest('a:not([data-row]),button,summary,label'));
}
