import { defineEvent } from '@fubako/platform/outbox';

/** 緊急閲覧 was asked for: those who may confirm it are told. */
export const emergencyAsked = defineEvent<{ readonly emergencyId: string; readonly askerName: string }>(
  'identity.emergency-asked.v1',
);

/** 緊急閲覧 is open: the manager outside of IT and the heads concerned are told at once. */
export const emergencyOpened = defineEvent<{
  readonly emergencyId: string;
  readonly askerName: string;
  readonly until: string;
  /** Post of `access.readingReviewPost`. */
  readonly reviewPost: string | null;
  readonly unitCodes: readonly string[];
}>('identity.emergency-opened.v1');
