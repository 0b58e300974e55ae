import fc from 'fast-check';
import { fieldSpecs } from './field-spec';
import { columnSum, placePasted, readPasted, type Paste } from './pasted-cells';
import { readFields } from './read-fields';
import { rawValues } from './raw-values';

const schema = {
  properties: {
    lines: {
      type: 'array',
      title: '内訳',
      maxItems: 5,
      'x-ui': { widget: 'table' },
      items: {
        type: 'object',
        properties: {
          item: { type: 'string', title: '品名' },
          quantity: { type: 'number', title: '数量' },
          total: { type: 'integer', title: '金額', 'x-ui': { widget: 'yen' } },
          on: { type: 'string', format: 'date', title: '納品日' },
        },
        required: ['item', 'total'],
      },
    },
    lead: { type: 'object', title: '担当者', 'x-ui': { widget: 'person' } },
  },
};
const specs = fieldSpecs(schema);
const columns = specs[0]?.children ?? [];
const today = '2026-11-28';
const laid = (text: string, more: Partial<Paste> = {}) =>
  placePasted({ rows: [], columns, at: { row: 0, column: 0 }, cells: readPasted(text), maxRows: 5, today, ...more });

describe('cells from a spreadsheet', () => {
  test('full width, commas, ¥ and wareki are set in order, empty cells stay empty, what cannot be read stays as typed', () => {
    expect(laid('机\t２\t￥３０，０００\tR8.12.1\r\n椅子\t\t約1万\t\r\n')).toEqual({
      ok: true,
      rows: [
        { item: '机', quantity: '2', total: '30,000', on: '令和8年12月1日' },
        { item: '椅子', quantity: '', total: '約1万', on: '' },
      ],
    });
  });

  test('a quoted cell keeps its quotes and its breaks become spaces', () => {
    expect(laid('"机\n（""大""）"\t1\t5000')).toMatchObject({ rows: [{ item: '机 （"大"）', total: '5,000' }] });
  });

  test('too many columns or rows: nothing is pasted, and what there is room for is said', () => {
    expect(laid('a\tb\tc\td\te')).toEqual({ ok: false, error: 'columns', wanted: 5, room: 4 });
    expect(laid('a\tb', { at: { row: 0, column: 3 } })).toEqual({ ok: false, error: 'columns', wanted: 2, room: 1 });
    expect(laid('a\nb\nc', { at: { row: 3, column: 0 } })).toEqual({ ok: false, error: 'rows', wanted: 3, room: 2 });
  });

  test('only the cells underneath are written over', () => {
    const rows = [{ item: '机', quantity: '1', total: '5,000', on: '' }];
    expect(laid('2\t10000', { rows, at: { row: 0, column: 1 } })).toEqual({
      ok: true,
      rows: [{ item: '机', quantity: '2', total: '10,000', on: '' }],
    });
  });

  test('whatever is copied as plain cells is read as the same cells', () => {
    const cell = fc.stringMatching(/^[ぁ-ん一-龠a-z0-9]{1,6}$/u);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (cells) => {
        expect(readPasted(cells.map((row) => row.join('\t')).join('\r\n'))).toEqual(cells);
      }),
    );
  });

  test('money is summed up, unless a cell cannot be read', () => {
    const rows = [{ total: '30,000' }, { total: '' }, { total: '１２０' }];
    expect(columnSum(rows, 'total')).toBe(30_120);
    expect(columnSum([...rows, { total: '約1万' }], 'total')).toBeNull();
  });
});

describe('a table field', () => {
  test('leaves blank rows out, and names row and column of what is wrong', () => {
    const lines = [
      { item: '机', quantity: '', total: '５，０００', on: '' },
      { item: '', quantity: ' ', total: '', on: '' },
      { item: '椅子', quantity: '', total: '約1万', on: '' },
    ];
    const { fields, errors } = readFields(specs, { lines, lead: '' }, { today, prefix: 'fields.' });
    expect(fields).toEqual({ lines: [{ item: '机', total: 5000 }, { item: '椅子' }] });
    expect(errors).toEqual([
      { path: 'fields.lines.2.total', label: '金額', code: 'unit', cell: { table: '内訳', row: 3 } },
    ]);
  });

  test('is shown and read again as it was', () => {
    const fields = { lines: [{ item: '机', quantity: 1.5, total: 5000, on: '2026-12-01' }] };
    expect(readFields(specs, rawValues(specs, fields), { today }).fields).toEqual(fields);
  });
});

describe('a person field', () => {
  const hara = { staffNo: '1056', name: '原 さくら', unitName: '福祉課', postTitle: '主事' };
  test('holds who was chosen; what was only typed stays, and is an error', () => {
    expect(readFields(specs, { lines: [], lead: hara }, { today })).toEqual({ fields: { lead: hara }, errors: [] });
    expect(readFields(specs, { lines: [], lead: { typed: 'はら' } }, { today })).toEqual({
      fields: {},
      errors: [{ path: 'lead', label: '担当者', code: 'not-chosen' }],
    });
  });
});
