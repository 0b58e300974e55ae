import { defineEvent } from '@fubako/platform/outbox';

/** 実行 of a disposal was ordered: its files are to be destroyed. The subject is the batch. */
export const disposalStarted = defineEvent<{ readonly batchId: string }>('records.disposal-started.v1');
