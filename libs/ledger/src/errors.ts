import { type DomainError, type ProblemTable, refusals } from '@fubako/kernel';

export interface LedgerErrors {
  'ledger.reading-not-entered': Record<string, never>;
}

export const refuse = refusals<LedgerErrors>();

/** LOG-2 Whether it is tried again what a reading could not be entered for. */
export const isWellLater = ({ code }: DomainError): boolean => code === 'ledger.reading-not-entered';

export const ledgerProblems: ProblemTable<LedgerErrors> = {
  'ledger.reading-not-entered': {
    status: 503,
    ja: () => ({
      title: '閲覧の記録ができないため開けません',
      detail:
        '秘密の文書は、閲覧を証跡に記録してから開きます。いまは記録できないため、何もお見せしていません。少し待ってからもう一度開いてください。続くときはシステム管理者に連絡してください。',
    }),
    en: () => ({
      title: 'It cannot be opened, because the reading cannot be recorded',
      detail:
        'Confidential matters are opened after the ledger has recorded who reads them. It cannot at present, so nothing was shown. Wait a little and open it again; if this goes on, tell the system administrator.',
    }),
  },
};
