import { localDate } from '@fubako/kernel';
import { type TransferredFile, linesOfFile, piecesOf } from './transfer-inventory';

const file: TransferredFile = {
  title: '町史編さん資料',
  classCode: '20-01-01',
  sectionName: '福祉課',
  fiscalYear: 2026,
  volume: 2,
  retentionLabel: '5年',
  expiresOn: localDate('2032-03-31'),
  medium: 'hybrid',
  documents: 3,
  place: '第1書庫 3 12',
  papers: [
    {
      number: '8浜福第7号',
      title: '聞取り調書',
      documentedOn: localDate('2026-05-11'),
      pages: 1200,
      location: '見出し12',
      scan: null,
    },
    { number: null, title: '古写真', documentedOn: localDate('2026-06-01'), pages: 4, location: null, scan: null },
  ],
};
const said = (given: Partial<TransferredFile>) =>
  linesOfFile({ ...file, ...given }).map(({ title, medium, amount, place }) =>
    [title, medium, amount, place].join('|'),
  );

describe('移管目録', () => {
  it('TRANS-4 lists every paper with how much it is and where it lies, and counts what is electronic', () => {
    expect(said({})).toEqual([
      '電子文書|電子|3件|',
      '聞取り調書|紙|1,200ページ|第1書庫 3 12 見出し12',
      '古写真|紙|4ページ|第1書庫 3 12',
    ]);
    expect(linesOfFile(file)[1]).toMatchObject({ file: '町史編さん資料', number: '8浜福第7号', day: '令和8年5月11日' });
  });

  it('TRANS-4 paper that is not registered one by one is one line and one piece; electronic files have none', () => {
    expect(said({ medium: 'paper', documents: 0, papers: [], place: null })).toEqual(['紙の資料一式|紙|1冊|']);
    expect(said({ medium: 'electronic', papers: [] })).toEqual(['電子文書|電子|3件|']);
    expect([file, { medium: 'paper', papers: [] }, { medium: 'electronic', papers: [] }].map(piecesOf)).toEqual([
      2, 1, 0,
    ]);
  });

  it('TRANS-4 RULE-92 what a scan stands for alone is electronic and no piece of paper', () => {
    const scan = { sha256: 'a'.repeat(64), fileName: '調書.pdf', isAlone: true };
    const [first, second] = file.papers as [TransferredFile['papers'][number], TransferredFile['papers'][number]];
    expect(
      said({
        documents: 0,
        papers: [
          { ...first, scan },
          { ...second, scan: { ...scan, isAlone: false } },
        ],
      }),
    ).toEqual(['聞取り調書(代替の画像)|電子|1ファイル|', '古写真|紙|4ページ|第1書庫 3 12']);
    expect(piecesOf({ medium: 'paper', papers: [{ ...first, scan }] })).toBe(0);
  });
});
