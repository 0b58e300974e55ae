import { type RegisterCsvLine, registerCsv } from './register-csv';

const line: RegisterCsvLine = {
  executedOn: '2032-05-25',
  sectionName: '福祉課',
  className: '契約',
  title: '=HYPERLINK("x"),契約',
  fiscalYearLabel: '令和8年度',
  volume: 2,
  documentCount: 12,
  retentionLabel: '5年',
  expiresOn: '2032-03-31',
  decisionNumber: null,
  decidedOn: '2032-04-20',
  decidedByName: '副町長 町田',
  executedName: '上田 久美子',
  method: '電子データの消去',
};

describe('DISP-15 registers as CSV', () => {
  it('opens in a spreadsheet, and nothing in it is a formula', () => {
    const [head, row, end] = registerCsv([line]).split('\r\n');
    expect(head).toBe('\uFEFF実行日,所管,分類,簿冊名,年度,冊,件数,保存期間,満了日,決裁番号,決裁日,決裁者,実行者,方法');
    expect(row).toContain(`"'=HYPERLINK(""x""),契約"`);
    expect(row).toContain(',12,5年,2032-03-31,,2032-04-20,');
    expect(end).toBe('');
  });
});
