import { formatWareki, localDateAt } from '@fubako/kernel';
import type { ReadingMeans } from '@fubako/ledger';
import type { ReadingRow } from '../../data/reading-inquiry-rows';
import type { ReadingView } from './readings.views.dto';

export const READING_HEAD: readonly string[] = [
  '閲覧日',
  '最初(日本時間)',
  '最後(日本時間)',
  '回数',
  '職員番号',
  '氏名',
  '方法',
  '役割',
  '区分',
  '番号',
  '件名',
  '所属',
  '起案者',
  '秘密',
  '証跡',
  '理由',
];

const MEANS: Readonly<Record<ReadingMeans, string>> = {
  screen: '画面',
  file: 'ファイル',
  print: '印刷用PDF',
  search: '検索結果',
  export: '書き出し',
  opening: '件名のみの閲覧から',
};

const clock = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Tokyo' }).format(at);

export function readingLine(row: ReadingRow): (string | number | null)[] {
  return [
    formatWareki(localDateAt(row.lastAt)),
    clock(row.firstAt),
    clock(row.lastAt),
    row.times,
    row.staffNo,
    row.readerName,
    MEANS[row.means] + (row.isPart && row.means === 'opening' ? '(ファイル)' : ''),
    row.role === '' ? null : row.role,
    row.kind === 'receipt' ? '収受' : '文書',
    row.number,
    row.title,
    row.sectionName,
    row.drafterName,
    row.secret ? '秘密' : null,
    row.entered ? 'あり' : null,
    row.reason,
  ];
}

export function readingView({ isPart: _, firstAt, lastAt, role, ...row }: ReadingRow): ReadingView {
  return {
    ...row,
    role: role === '' ? null : role,
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
  };
}
