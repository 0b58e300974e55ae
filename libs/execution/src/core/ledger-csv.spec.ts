import { type LedgerCsvLine, ledgerCsv } from './ledger-csv';

const line: LedgerCsvLine = {
  short: '120の2',
  text: '8二総第120号の2',
  issuedOn: '2026-06-02',
  issuedByName: '上田 久美子',
  addressee: '甲,乙',
  title: '=SUM(A1)',
  voidedOn: '',
  voidedByName: null,
  voidReason: null,
  reserveReason: '"急"',
};

it('EXE-10 the ledger of numbers opens in a spreadsheet, and nothing in it is a formula', () => {
  expect(ledgerCsv([line]).split('\r\n')).toEqual([
    '\uFEFF番号,文書番号,発番日,発番者,宛先,件名,欠番日,欠番とした者,欠番の理由,予約の理由',
    `120の2,8二総第120号の2,2026-06-02,上田 久美子,"甲,乙",'=SUM(A1),,,,"""急"""`,
    '',
  ]);
});
