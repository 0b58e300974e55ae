import { textOf } from './csv-text';

it('a list that a spreadsheet has saved is read as UTF-8, or as Shift_JIS where it is not', () => {
  expect(textOf(new TextEncoder().encode('星野'))).toBe('星野');
  expect(textOf(Uint8Array.from([0x90, 0xaf, 0x96, 0xec]))).toBe('星野');
});
