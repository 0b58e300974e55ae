import { csvOf } from '@fubako/kernel';
import type { Channel } from './entries';
import { type Headings, columnsOf } from './ledger-csv';

/** One line of 公印使用簿 or 発送簿 as a spreadsheet has it. */
export interface RegisterCsvLine {
  readonly occurredOn: string;
  readonly recordedOn: string;
  readonly recordedByName: string;
  readonly dispatchNumber: string | null;
  readonly title: string | null;
  readonly addressees: string;
  readonly seal: string | null;
  readonly copies: number | null;
  readonly channel: string;
  readonly undone: string;
}

const DONE: Headings<RegisterCsvLine> = [
  ['occurredOn', '年月日'],
  ['dispatchNumber', '文書番号'],
  ['title', '件名'],
];
const RECORDED: Headings<RegisterCsvLine> = [
  ['recordedByName', '取扱者'],
  ['recordedOn', '記録日'],
  ['undone', '取消し'],
];

const HEADINGS: Readonly<Record<'seal' | 'dispatch', Headings<RegisterCsvLine>>> = {
  seal: [...DONE, ['seal', '公印'], ['copies', '押印数'], ...RECORDED],
  dispatch: [...DONE, ['addressees', '宛先'], ['channel', '発送方法'], ...RECORDED],
};

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  post: '郵送',
  lgwan: 'LGWAN',
  email: '電子メール',
  counter: '窓口',
  exchange: '文書交換',
};

export const channelWords = (channel: Channel | null): string => (channel === null ? '' : CHANNEL_WORDS[channel]);

/** EXE-16 公印使用簿 or 発送簿 as CSV. */
export const registerCsv = (kind: 'seal' | 'dispatch', lines: readonly RegisterCsvLine[]): string =>
  csvOf(columnsOf(HEADINGS[kind]), lines);
