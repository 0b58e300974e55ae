import { defineEvent } from '@fubako/platform/outbox';

/** Anything that a search for the document would find has changed: content, state, numbers, opinions. */
export const documentChanged = defineEvent<{ readonly documentId: string }>('documents.changed.v1');
