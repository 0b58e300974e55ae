import { DomainError, type ProblemTable } from '@fubako/kernel';

/** In what way the store's bytes differ from what was once admitted. */
export type ObjectFault = 'missing' | 'short' | 'long' | 'changed';

export interface ObjectErrors {
  'objects.missing': { key: string };
  'objects.corrupt': { key: string; fault: ObjectFault };
  'objects.unavailable': { reason: string };
}

export class ObjectMissing extends DomainError<'objects.missing', ObjectErrors['objects.missing']> {
  constructor(key: string) {
    super('objects.missing', { key });
  }
}

/** The store answered with other bytes than were admitted: nobody gets them, the operator must hear of it. */
export class ObjectCorrupt extends DomainError<'objects.corrupt', ObjectErrors['objects.corrupt']> {
  constructor(key: string, fault: ObjectFault) {
    super('objects.corrupt', { key, fault });
  }
}

/** The store cannot be asked: down, full, refusing our credentials, or too slow. Worth trying again later. */
export class ObjectStoreUnavailable extends DomainError<'objects.unavailable', ObjectErrors['objects.unavailable']> {
  constructor(reason: string, cause?: unknown) {
    super('objects.unavailable', { reason });
    this.cause = cause;
  }
}

/** The bytes handed in were fewer or more than announced. The caller decides what to tell the person. */
export class SourceLengthDiffers extends Error {
  constructor(
    readonly announced: number,
    readonly seen: number,
  ) {
    super(`The source announced ${announced} bytes and gave ${seen > announced ? 'more' : `only ${seen}`}.`);
    this.name = 'SourceLengthDiffers';
  }
}

const CORRUPT = {
  ja: '保管されている原本が登録時のものと一致しないため、お渡しできません。文書管理担当を通じてシステム管理者に連絡してください。控えからの復元が必要です。',
  en: 'The stored original differs from what was registered, so it is not handed out. Tell the system administrator through the records officer: it must be restored from the backup.',
};

/** What file systems and S3 say when there is no room left. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'XMinioStorageFull', 'XMinioAdminBucketQuotaExceeded', 'QuotaExceeded']);

export const objectStoreProblems: ProblemTable<ObjectErrors> = {
  'objects.missing': {
    status: 500,
    ja: () => ({ title: '原本が見つかりません', detail: CORRUPT.ja }),
    en: () => ({ title: 'The original is missing', detail: CORRUPT.en }),
  },
  'objects.corrupt': {
    status: 500,
    ja: () => ({ title: '原本が壊れています', detail: CORRUPT.ja }),
    en: () => ({ title: 'The original is damaged', detail: CORRUPT.en }),
  },
  'objects.unavailable': {
    status: 503,
    ja: ({ reason }) =>
      FULL.has(reason)
        ? {
            title: 'ファイルの保管庫がいっぱいです',
            detail:
              'このファイルは保管されていません。システム管理者に、保管庫の容量を増やすよう連絡してください。添付以外の作業は続けられます。',
          }
        : {
            title: 'ファイルの保管庫につながりません',
            detail: '少し待ってから、もう一度お試しください。添付以外の作業は続けられます。',
          },
    en: ({ reason }) =>
      FULL.has(reason)
        ? {
            title: 'The file store is full',
            detail:
              'This file was not kept. Ask the system administrator to give the store more room. Work that needs no files can go on.',
          }
        : {
            title: 'The file store cannot be reached',
            detail: 'Wait a moment and try again. Work that needs no files can go on.',
          },
  },
};
