import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '@fubako/platform/config';
import { compareRows } from './compare-rows';
import { rowsOf } from './field-kinds';
import { type FormSchema, compileForm } from './form-schema';
import { labelledTexts, rowTexts, textOf } from './form-text';
import { newlyUnknown, settleReferred } from './referred';

const form = (name: string) =>
  JSON.parse(readFileSync(join(projectRoot, `apps/cli/sample-town/forms/${name}.json`), 'utf8')) as FormSchema;
const spending = form('spending');
const investment = form('it_investment');
const lines = spending.properties['lines'] ?? {};
const ABE = { staffNo: '1001', name: '阿部 花子', unitName: '総務課', postTitle: '主任' };
const FINANCE = { code: 'S22', name: '財政課' };
const directory = {
  person: (staffNo: string) => (staffNo === ABE.staffNo ? ABE : null),
  unit: (code: string) => (code === FINANCE.code ? FINANCE : null),
};
const faultsOf = (check: 'draftFaults' | 'submissionFaults', rows: unknown) =>
  compileForm(spending)
    [check]({ subject: '件', payee: '店', amount: 1, accountingYear: 2026, lines: rows })
    .map(({ pointer, code, cell }) => [pointer, code, cell?.row, cell?.column]);

describe('person and unit fields', () => {
  it('DOC-9 carry the names of the day, whatever was sent beside the number', () => {
    const sent = { lead: { staffNo: '1001', name: '別人' }, office: { code: 'S22' }, subject: '件' };
    const { fields, faults } = settleReferred(investment, sent, directory);
    expect(faults).toEqual([]);
    expect(fields).toEqual({ lead: ABE, office: FINANCE, subject: '件' });
    expect(labelledTexts(investment, fields).map(({ label, text }) => `${label}: ${text}`)).toEqual([
      '件名: 件',
      '所管課: 財政課',
      '担当者: 阿部 花子(総務課 主任)',
    ]);
  });

  it('DOC-9 name nobody whom the day does not know; who has left since stays until the submission', () => {
    const before = { lead: { staffNo: '9999', name: '去った人' } };
    const after = { ...before, office: { code: 'S99' } };
    const { fields, faults } = settleReferred(investment, after, directory);
    expect(fields).toEqual(after);
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/fields/office form.unknown-unit',
      '/fields/lead form.unknown-person',
    ]);
    expect(newlyUnknown(investment, faults, { before, after }).map(({ pointer }) => pointer)).toEqual([
      '/fields/office',
    ]);
  });

  it.each([['原'], [12], [[]], [{ staffNo: '1001', salary: 1 }], [{ staffNo: 5 }]])('refuse %j', (lead) => {
    const { fields, faults } = settleReferred(investment, { lead }, { ...directory, person: () => null });
    expect([...faults, ...compileForm(investment).draftFaults(fields)]).not.toEqual([]);
  });
});

describe('table fields', () => {
  it('DOC-8 a fault names row and column; a row may be incomplete while drafting', () => {
    expect(faultsOf('draftFaults', [{ item: '机' }, {}, { total: '千' }])).toEqual([
      ['/fields/lines/2/total', 'form.not-a-number', 3, '金額（円）'],
    ]);
    expect(faultsOf('submissionFaults', [{ item: '机', total: 1 }, { item: '' }, { item: '椅子' }])).toEqual([
      ['/fields/lines/1/total', 'form.required', 2, '金額（円）'],
    ]);
    expect(faultsOf('draftFaults', [{ item: '机', colour: '赤' }])).toEqual(
      [['/fields/lines/0/colour', 'field.unknown', 1, undefined]].map(([pointer, code, row]) => [
        pointer,
        code,
        row,
        null,
      ]),
    );
    expect(
      faultsOf(
        'draftFaults',
        Array.from({ length: 201 }, () => ({ item: '紙' })),
      )[0]?.[1],
    ).toBe('form.too-many-rows');
  });

  it('that are required have a row', () => {
    const asked: FormSchema = { ...spending, required: [...(spending.required ?? []), 'lines'] };
    const fields = { subject: '件', payee: '店', amount: 1, accountingYear: 2026 };
    const codes = (rows: unknown) => compileForm(asked).submissionFaults({ ...fields, lines: rows });
    expect(codes([])).toEqual([expect.objectContaining({ pointer: '/fields/lines', code: 'form.too-few-rows' })]);
    expect(codes([{ item: ' ' }])).toEqual([{ pointer: '/fields/lines', code: 'form.required' }]);
    expect(codes([{ item: '机', total: 1 }])).toEqual([]);
  });

  it('are words of every cell for the index, and columns with sums for paper', () => {
    const rows = [
      { item: '机', quantity: 2, unit: '台', price: 15_000, total: 30_000, deliveredOn: '2026-12-01' },
      { item: '椅子', total: 12_000 },
    ];
    expect(textOf(lines, rows)).toBe('机 2 台 15,000円 30,000円 令和8年12月1日\n椅子    12,000円');
    expect(labelledTexts(spending, { lines: rows })[0]?.table).toMatchObject({
      columns: expect.arrayContaining([
        { heading: '単価', numeric: true },
        { heading: '品名', numeric: false },
      ]),
      sums: ['', '', '', '', '42,000円', ''],
    });
  });
});

describe('rows between revisions', () => {
  it('DOC-8 that were rewritten are shown by their cells, others came or went', () => {
    const before = [
      { item: '机', total: 30_000 },
      { item: '椅子', total: 12_000 },
      { item: '棚', total: 8_000 },
    ];
    const after = [
      { item: '机', total: 33_000 },
      { item: '椅子', total: 12_000 },
      { item: '電灯', total: 5_000 },
    ];
    expect(compareRows(lines, before, after)).toEqual([
      {
        change: 'changed',
        before: 1,
        after: 1,
        cells: [{ column: '金額（円）', before: '30,000円', after: '33,000円' }],
      },
      expect.objectContaining({ change: 'added', before: null, after: 3 }),
      expect.objectContaining({ change: 'removed', before: 3, after: null }),
    ]);
  });

  it('DOC-8 are all accounted for: what stayed and what changed make up both tables', () => {
    const row = fc.record({ item: fc.constantFrom('机', '椅子', '棚'), total: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.array(row, { maxLength: 8 }), (before, after) => {
        const changes = compareRows(lines, before, after);
        const stayed = (rows: unknown[], side: 'before' | 'after') =>
          rowTexts(lines, rows).filter((_, index) => !changes.some((change) => change[side] === index + 1));
        expect(stayed(before, 'before')).toEqual(stayed(after, 'after'));
        expect(rowsOf(before)).toHaveLength(before.length);
      }),
    );
  });
});
