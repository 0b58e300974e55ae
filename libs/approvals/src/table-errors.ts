import type { ProblemTable } from '@fubako/kernel';
import { changedElsewhere, dayIsPast } from './version-problems';

export interface TableErrors {
  'approvals.not-your-table': Record<string, never>;
  'approvals.not-your-report': Record<string, never>;
  'approvals.table-not-found': Record<string, never>;
  'approvals.table-not-draft': Record<string, never>;
  'approvals.table-not-scheduled': Record<string, never>;
  'approvals.table-under-decision': { documentId: string };
  'approvals.table-decided': { documentId: string };
  'approvals.table-changed': { currentRevision: number };
  'approvals.table-has-faults': { faults: readonly { row: number; column: string; message: string }[] };
  'approvals.table-day-is-past': { day: string };
  'approvals.table-without-series': { series: string };
}

/** Refusals around the versions of the delegation table. */
export const tableProblems: ProblemTable<TableErrors> = {
  'approvals.not-your-table': {
    status: 403,
    ja: () => ({
      title: '専決規程は担当者だけが扱えます',
      detail:
        '専決規程の版を見たり変えたりできるのは、文書主管課と組織管理者です。必要なときは文書主管課に相談してください。',
    }),
    en: () => ({
      title: 'Not your table',
      detail:
        'Versions of the delegation table are kept by the records office and the administrator of the organisation. Ask them.',
    }),
  },
  'approvals.not-your-report': {
    status: 403,
    rule: 'RULE-102',
    ja: () => ({
      title: '処理状況の報告は担当者だけが見られます',
      detail: '報告を見られるのは、文書主管課、監査、各課の文書主任です。必要なときは文書主任に相談してください。',
    }),
    en: () => ({
      title: 'Not your report',
      detail: 'These reports are for the records office, auditors and records clerks. Ask your records clerk.',
    }),
  },
  'approvals.table-not-found': {
    status: 404,
    ja: () => ({
      title: 'その版はありません',
      detail: '下書きは捨てられた可能性があります。一覧から選び直してください。',
    }),
    en: () => ({ title: 'No such version', detail: 'The draft may have been discarded. Choose again from the list.' }),
  },
  'approvals.table-not-draft': {
    status: 409,
    rule: 'RULE-104',
    ja: () => ({
      title: '公布された版は変えられません',
      detail: '施行日を決めた版は、進行中の案件がよりどころにするため変えられません。写しを作って直してください。',
    }),
    en: () => ({
      title: 'Published versions do not change',
      detail: 'Matters under way rest on a published version. Make a copy and change that.',
    }),
  },
  'approvals.table-under-decision': {
    status: 409,
    rule: 'RULE-100',
    ja: () => ({
      title: '決裁に回っている表は変えられません',
      detail: 'この下書きは決裁の途中です。直すときは、その文書を引き戻して取り下げてください。',
    }),
    en: () => ({
      title: 'This table is under decision',
      detail:
        'The draft stays as it is while its decision goes round. Pull the document back and withdraw it to change the table.',
    }),
  },
  'approvals.table-decided': {
    status: 409,
    rule: 'RULE-61',
    ja: () => ({
      title: '決裁で公布した版は、担当者だけでは取りやめられません',
      detail: '改めるときは、新しい版を作って決裁を受けてください。',
    }),
    en: () => ({
      title: 'What was published by decision is not taken back by its keeper alone',
      detail: 'Draft a new version and let it be decided.',
    }),
  },
  'approvals.table-not-scheduled': {
    status: 409,
    rule: 'RULE-104',
    ja: () => ({
      title: '取りやめられるのは予約だけです',
      detail: 'すでに施行された版は取りやめられません。新しい版を作って施行してください。',
    }),
    en: () => ({
      title: 'Only a scheduled version can be withdrawn',
      detail: 'This version has come into force. Bring a new version into force instead.',
    }),
  },
  'approvals.table-changed': { status: 409, ...changedElsewhere },
  'approvals.table-has-faults': {
    status: 422,
    rule: 'RULE-23',
    ja: ({ faults }) => ({
      title: '直すところがあります',
      detail: faults.map(({ row, message }) => `${row}行目: ${message}`).join(' '),
    }),
    en: ({ faults }) => ({
      title: 'The table has faults',
      detail: `Correct ${faults.map(({ row, column }) => `row ${row} (${column})`).join(', ')} first.`,
    }),
  },
  'approvals.table-day-is-past': dayIsPast,
  'approvals.table-without-series': {
    status: 422,
    rule: 'RULE-72',
    ja: ({ series }) => ({
      title: '訓令の番号系列がありません',
      detail: `専決規程の改正は訓令ですが、このままでは番号が系列「${series}」(条例・規則)から付きます。訓令の系列を number_series.csv に加え、様式 regulation の種別「訓令」に結んで(x-ui の series)取り込んでから、もう一度公布してください。`,
    }),
    en: ({ series }) => ({
      title: 'There is no number series for instructions (訓令)',
      detail: `A change of the delegation table is an instruction (訓令), but its number would be taken from the series ${series} of ordinances and rules. Add a series for 訓令 to number_series.csv, name it for the choice 訓令 in the form "regulation" (x-ui series), import the package, and publish again.`,
    }),
  },
};
