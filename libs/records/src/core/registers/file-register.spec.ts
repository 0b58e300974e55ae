import { localDate } from '@fubako/kernel';
import { PUBLIC_COLUMNS, type RegisterLine, isPublic, publicTitle, registerCsv } from './file-register';

const line: RegisterLine = {
  fileId: 'a',
  classCode: '20-01-01',
  classNames: ['財務', '契約・支出', '契約'],
  title: '委託契約',
  volume: 2,
  fiscalYear: 2026,
  managerThen: '福祉課長',
  managerNow: '高齢福祉課長',
  startsOn: localDate('2027-04-01'),
  retentionLabel: '5年',
  expiresOn: localDate('2032-03-31'),
  endless: false,
  medium: 'hybrid',
  place: '書庫',
  disposition: 'destroy',
  state: 'closed',
};
const facts = { years: 5, secret: false, disclosureClass: 'open', state: 'closed' };

describe('the register of files', () => {
  it('REG-1 has the eleven columns of the decree', () => {
    expect(PUBLIC_COLUMNS.map(({ cell }) => cell(line))).toEqual([
      '20-01-01 財務 > 契約・支出 > 契約',
      '委託契約(2)',
      '令和8年度',
      '福祉課長',
      '令和9年4月1日',
      '5年',
      '令和14年3月31日',
      '紙・電子',
      '書庫',
      '高齢福祉課長',
      '廃棄',
    ]);
  });

  it('REG-2 leaves out what is kept less than a year, what is secret and what has left; an exempt name is its class', () => {
    expect(isPublic(facts)).toBe(true);
    expect(isPublic({ ...facts, years: null })).toBe(true);
    for (const given of [{ years: 0 }, { secret: true }, { state: 'disposed' }, { state: 'transferred' }])
      expect(isPublic({ ...facts, ...given })).toBe(false);
    expect(publicTitle({ disclosureClass: 'closed' }, '山田太郎', '相談記録')).toBe('相談記録');
    expect(publicTitle({ disclosureClass: 'partial' }, '給付', '相談記録')).toBe('給付');
  });

  it('REG-4 a cell that looks like a formula, or has a comma, is safe in a spreadsheet', () => {
    const csv = registerCsv(PUBLIC_COLUMNS, [
      { ...line, title: '=1+1,"x"', volume: 1, expiresOn: null, endless: true },
    ]);
    expect(csv.startsWith('\uFEFF分類,名称')).toBe(true);
    expect(csv).toContain(`"'=1+1,""x"""`);
    expect(csv).toContain(',－,');
    expect(registerCsv(PUBLIC_COLUMNS, [{ ...line, expiresOn: null }])).toContain(',未確定,');
  });
});
