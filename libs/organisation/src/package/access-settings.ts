import { ROLES } from '@fubako/platform/authz';
import { z } from 'zod';

/** Acts for which a municipality may ask that the person was proven a moment ago (本人確認). */
export const STEP_UP_ACTS = ['final_decision', 'export', 'disposal', 'account_change'] as const;
export type StepUpAct = (typeof STEP_UP_ACTS)[number];

/** 秘密区分 for whose reading a municipality may ask the same. */
export const STEP_UP_READINGS = ['secret', 'top_secret', 'personnel'] as const;

const perMinute = (byDefault: number) => z.int().min(1).max(1_000_000).default(byDefault);

/** サインイン and what is asked of people on the way (ID-1 ff. of the identity lib). */
export const accessSettings = z.strictObject({
  /** ID-1 minutes after which a session that nobody uses ends. */
  idleMinutes: z.int().min(5).max(480).default(30),
  /** ID-2 hours after which every session ends. */
  absoluteHours: z.int().min(1).max(24).default(10),
  /** ID-14 roles whose holders need a second factor; `everyone` for all staff. */
  secondFactorFor: z.array(z.enum([...ROLES, 'everyone'])).default([]),
  /** ID-15, ID-24 acts and 秘密区分 of which the reading needs a proof, how old it may be, and from which amount in yen a final decision needs one. */
  stepUp: z
    .strictObject({
      acts: z.array(z.enum(STEP_UP_ACTS)).default([]),
      readings: z.array(z.enum(STEP_UP_READINGS)).default(['top_secret']),
      withinMinutes: z.int().min(1).max(60).default(5),
      decisionsFrom: z.int().min(0).default(10_000_000),
    })
    .prefault({}),
  /** REA-4 code of the post whose holder is asked every week to look at what was read by privilege; nobody when not set. */
  readingReviewPost: z.string().min(1).max(64).nullable().default(null),
  /** ID-23 most hours for which two persons open matters in an emergency (緊急閲覧). */
  emergencyReading: z.strictObject({ mostHours: z.int().min(1).max(24).default(4) }).prefault({}),
  /** ID-18 requests of one person in a minute. The defaults stop runaway programs; 300, 60, 30 and 20 suit people at browsers. */
  perMinute: z
    .strictObject({
      reads: perMinute(12_000),
      writes: perMinute(6_000),
      searches: perMinute(3_000),
      uploads: perMinute(2_000),
    })
    .prefault({}),
});

export type AccessSettings = Readonly<z.infer<typeof accessSettings>>;
