export interface OnlineErrors {
  'intake.not-an-intake-system': Record<string, never>;
  'intake.application-differs': { number: string };
  'intake.no-application': { number: string };
}

export interface IntakeErrors extends OnlineErrors {
  'intake.not-yours-to-watch': Record<string, never>;
  'intake.not-found': { receiptId: string };
  'intake.no-circulation': { circulationId: string };
  'intake.order-incomplete': Record<string, never>;
  'intake.unknown-attachment': { attachmentId: string };
  'intake.not-yours-to-register': { section: string };
  'intake.not-yours-to-handle': { receiptId: string };
  'intake.not-your-section': { receiptId: string };
  'intake.not-yours-to-circulate': Record<string, never>;
  'intake.unknown-kind': { kind: string };
  'intake.unknown-section': { section: string };
  'intake.same-section': { section: string };
  'intake.arrival-in-future': Record<string, never>;
  'intake.back-dating-reason-missing': Record<string, never>;
  'intake.no-series': Record<string, never>;
  'intake.kind-is-numbered': Record<string, never>;
  'intake.changed-meanwhile': { receiptId: string; currentVersion: number };
  'intake.already-received': { receiptId: string };
  'intake.not-received': { receiptId: string };
  'intake.already-accepted': { receiptId: string };
  'intake.already-ended': { receiptId: string };
  'intake.reading-runs': Record<string, unknown>;
  'intake.nothing-read': { receiptId: string };
  'intake.nothing-to-undo': { receiptId: string };
  'intake.something-followed': { receiptId: string };
  'intake.draft-went-on': { receiptId: string };
  'intake.no-required-reader': Record<string, never>;
  'intake.unknown-reader': { code: string };
  'intake.vacant-post': { post: string };
  'intake.too-many-readers': { most: number };
  'intake.broadcast-has-no-readers': Record<string, never>;
  'intake.confidential-broadcast': Record<string, never>;
  'intake.not-decided': { documentId: string };
  'intake.not-a-reader': Record<string, never>;
  'intake.already-read': Record<string, never>;
  'intake.circulation-over': Record<string, never>;
  'intake.no-draft-of-document': Record<string, never>;
}
