/** 満了時の措置: destroyed, transferred to the archives, appraised first, or reviewed while in use. */
export const DISPOSITIONS = ['destroy', 'transfer', 'appraise', 'review'] as const;
