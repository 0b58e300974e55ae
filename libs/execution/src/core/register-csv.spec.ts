import { type RegisterCsvLine, channelWords, registerCsv } from './register-csv';

const line: RegisterCsvLine = {
  occurredOn: '2026-06-02',
  recordedOn: '2026-06-03',
  recordedByName: '上田 久美子',
  dispatchNumber: '8浜福第1号',
  title: '敬老会, 開催',
  addressees: '甲区長\n乙区長',
  seal: '町長印',
  copies: 2,
  channel: channelWords('lgwan'),
  undone: '取消済',
};

it('EXE-16 the registers of seals and of dispatches open in a spreadsheet, each with its own columns', () => {
  expect(registerCsv('seal', [line])).toBe(
    '\uFEFF年月日,文書番号,件名,公印,押印数,取扱者,記録日,取消し\r\n2026-06-02,8浜福第1号,"敬老会, 開催",町長印,2,上田 久美子,2026-06-03,取消済\r\n',
  );
  expect(registerCsv('dispatch', [line])).toContain('"甲区長\n乙区長",LGWAN,');
});
