import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const sources = path.resolve(__dirname, '../..');
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.|schema\.d\.ts/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(sources, file), 'utf8') }));
const filesWith = (pattern: RegExp) => files.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

/** They hear keys, and nothing is typed in them: no conversion can be open. */
const NOTHING_TYPED = [
  'features/absences/month-grid.tsx',
  'features/definitions/field-list.tsx',
  'features/disposal/file-row.tsx',
  'shared/acts/act-menu.tsx',
  'shared/pdf/page-strip.tsx',
  'shared/pdf/pdf-viewer.tsx',
  'shared/sorting/use-sorting.ts',
  'shared/ui/pane-line.tsx',
  'shared/ui/tabs.tsx',
];
/** They hand keys on to what guards them: act-draft's templates, the row of a table. */
const GUARDED_ELSEWHERE = [
  'shared/form/table-input.tsx',
  'features/inbox/bulk-sheet.tsx',
  'shared/acts/act-dialog.tsx',
];

test('whatever hears keys where text is typed knows an open conversion, in the order of Chromium and of Safari', () => {
  const hearing = filesWith(/onKeyDown|addEventListener\('keydown'/);
  const guarded = filesWith(/isComposing\(event|keepFromConverting/);
  const open = hearing.filter((file) => ![...guarded, ...NOTHING_TYPED, ...GUARDED_ELSEWHERE].includes(file));
  expect(open).toEqual([]);
  expect([...NOTHING_TYPED, ...GUARDED_ELSEWHERE].filter((file) => !hearing.includes(file))).toEqual([]);
});

test('the one guard is asked, not half of it', () => {
  expect(filesWith(/nativeEvent\.isComposing|keyCode/)).toEqual(['shared/keys/match.ts']);
});

test('widgets that choose by Enter stand behind the guard', () => {
  const widgets = filesWith(/<(ComboBox|Autocomplete|SearchField|NumberField|DatePicker|DateField|TagGroup)\b/);
  expect(widgets.filter((file) => !filesWith(/keepFromConverting/).includes(file))).toEqual([]);
  expect(widgets).not.toEqual([]);
});

test('forms are sent by the browser’s own submission alone, which no open conversion starts', () => {
  expect(filesWith(/requestSubmit|\.submit\(\)/)).toEqual([]);
  expect(filesWith(/key === 'Enter'/).sort()).toEqual([
    'features/delegation/rule-cell.tsx',
    'shared/form/table-cell.tsx',
  ]);
});
