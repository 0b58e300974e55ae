/** Query keys in one place: what a write makes stale is named by these. */
export const queryKeys = {
  session: ['session'],
  signIn: ['sign-in'],
  matterTypes: ['matter-types'],
  filingClasses: ['filing-classes'],
  uploadPolicy: ['upload-policy'],
  document: (id: string) => ['document', id],
  approval: (id: string) => ['approval', id],
  revisions: (id: string) => ['revisions', id],
  changes: (id: string, from: number, to: number) => ['revisions', id, from, to],
  filing: (id: string) => ['filing', id],
  documents: ['documents'],
  inbox: ['inbox'],
  inboxCounts: ['inbox-counts'],
  notifications: ['notifications'],
  search: ['search'],
  recordFiles: ['record-files'],
} as const;
