import { isComposing, isTaken, shortcutOf, type KeyPress } from './match';

const press = (part: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  ...part,
});
const inside = (...selectors: string[]) => ({
  closest: (query: string) => query.split(',').some((part) => selectors.includes(part)),
});

test('a shortcut is named by the character it types', () => {
  expect(shortcutOf(press({ key: 'j', code: 'KeyJ' }))).toBe('j');
  expect(shortcutOf(press({ key: 'J', code: 'KeyJ', shiftKey: true }))).toBe('J');
  expect(shortcutOf(press({ key: '*', code: 'Quote', shiftKey: true }))).toBe('*');
  expect(shortcutOf(press({ key: 'Enter', code: 'Enter', ctrlKey: true }))).toBe('Ctrl+Enter');
  expect(shortcutOf(press({ key: 'K', code: 'KeyK', metaKey: true }))).toBe('Ctrl+k');
  expect(shortcutOf(press({ key: '1', code: 'Digit1', altKey: true }))).toBe('Alt+1');
});

test('on a kana layout the physical letter counts', () => {
  expect(shortcutOf(press({ key: 'ま', code: 'KeyJ' }))).toBe('j');
  expect(shortcutOf(press({ key: 'Process', code: 'KeyJ', shiftKey: true }))).toBe('J');
});

test('an open conversion is recognised in Chromium and in Safari order', () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
});

test('single keys leave typing and layers alone', () => {
  expect(isTaken('j', inside('textarea'))).toBe(true);
  expect(isTaken('a', inside('[role=dialog]'))).toBe(true);
  expect(isTaken('j', inside('button'))).toBe(false);
  expect(isTaken('Enter', inside('button'))).toBe(true);
  expect(isTaken('Enter', inside('[data-row]'))).toBe(false);
  expect(isTaken('ArrowDown', inside('[role=tablist]'))).toBe(true);
  expect(isTaken('Ctrl+Enter', inside('textarea'))).toBe(false);
  expect(isTaken('F1', inside('textarea'))).toBe(false);
});
