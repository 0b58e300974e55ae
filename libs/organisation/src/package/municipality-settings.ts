import { z } from 'zod';
import { accessSettings } from './access-settings';
import { isReadable } from './theme-colour';

const flag = (byDefault: boolean) => z.boolean().default(byDefault);

/** 専決の留保 (RULE-23). */
const GROUNDS = ['special_instruction', 'important', 'unusual', 'new', 'precedent', 'disputed', 'legal_doubt'] as const;
/** 代決 and bulk approval may be refused for these marks of a draft. */
const MARKS = [...GROUNDS, 'non_agreed'] as const;
const BULK_MARKS = [
  'changed_since_listed',
  'new_comment',
  'objection',
  'acting',
  'secret',
  'unread_attachment',
] as const;

/** PKG-6 Settings of earlier packages that are passed over: dates are always shown by era in Japanese. */
export const RETIRED_SETTINGS: readonly string[] = ['calendarEra'];

/** Every point on which municipalities differ (CONFIG of the domain reference), with what holds when the package is silent. */
export const municipalitySettings = z.strictObject({
  /** RULE-30 不同意 stops the draft, or is shown to the decider. */
  concurrenceEffect: z.enum(['consent', 'opinion']).default('consent'),
  /** RULE-21, RULE-31 how several concurring sections follow each other. */
  concurrenceOrder: z.enum(['parallel', 'function_order', 'most_related_first']).default('parallel'),
  /** サインイン, second factors, proofs and limits of use. */
  access: accessSettings.prefault({}),
  /** RULE-40 whether an empty post counts as 不在. */
  absenceIncludesVacancy: flag(false),
  /** 代理決定: acting for an absent intermediate person. */
  actingForIntermediates: flag(false),
  /** RULE-40 代決 only for urgent matters. */
  actingRequiresUrgency: flag(true),
  /** RULE-23 marks of a draft that raise the decision by one level; the others are only shown, and kept from 代決. */
  escalationGrounds: z.array(z.enum(GROUNDS)).default([...GROUNDS]),
  /** RULE-42 matters for which 代決 is forbidden. */
  actingExcludes: z.array(z.enum(MARKS)).default(['important', 'unusual', 'new', 'non_agreed']),
  /** RULE-44 後閲: always, as the acting person judges, or not for trivial matters. */
  postReview: z.enum(['all', 'acting_judgement', 'exempt_trivial']).default('all'),
  /** RULE-25 one person in several seats: acts once at the highest, or in each. */
  samePerson: z.enum(['merge', 'actEach']).default('merge'),
  /** RULE-25 a drafter who would approve the own draft: the seat is skipped, or the draft cannot be submitted. */
  drafterSeat: z.enum(['skip', 'block']).default('skip'),
  /** RULE-45 (b) an absent intermediate: waited for, or passed over and asked to read afterwards. */
  absentIntermediates: z.enum(['wait', 'post_review']).default('wait'),
  /** RULE-35 処理期限 of a seat in open days after it opened; urgent matters have at most their own. */
  stepDays: z
    .strictObject({
      line: z.int().min(1).max(90).default(3),
      review: z.int().min(1).max(90).default(3),
      concurrence: z.int().min(1).max(90).default(5),
      decision: z.int().min(1).max(90).default(5),
      confirmation: z.int().min(1).max(90).default(5),
      circulation: z.int().min(1).max(90).default(5),
      urgent: z.int().min(1).max(90).default(1),
    })
    .prefault({}),
  /** RULE-35 督促 goes to the next head upward so many open days after the holder was told of the delay. */
  escalateAfterDays: z.int().min(1).max(90).default(3),
  /** RULE-45 引上げ承認. */
  pullUp: flag(true),
  /** RULE-50 where a returned draft re-enters; `auto`: from the start when the substance changed. */
  resubmitEntry: z.enum(['auto', 'resumeFromStart', 'resumeAtReturner']).default('auto'),
  /** 否決: by the decider alone, or by every seat. */
  rejectBy: z.enum(['decider', 'seats']).default('decider'),
  /** 審査: none, where the matter type says, or always after the decision. */
  reviewTiming: z.enum(['none', 'before', 'after']).default('before'),
  /** RULE-104 the decision level of drafts under way on 1 April. */
  inFlightLevel: z.enum(['submission', 'reroute']).default('submission'),
  /** RULE-81 where retention starts, where the retention class does not say it. */
  retentionBasis: z.enum(['closed', 'created', 'file_earliest', 'file_latest']).default('closed'),
  /** RULE-74 distance of two serial numbers. */
  numberStep: z.int().min(1).max(100).default(1),
  /** RULE-70 when the dispatch number is issued: with the decision, or by a clerk at execution (施行). */
  numberAt: z.enum(['decision', 'execution']).default('decision'),
  /** RULE-65 公印: none, 公印省略, pre-printed, or applied by the seal keeper; a clean copy may say otherwise. */
  sealMode: z.enum(['none', 'omitted', 'printed', 'applied']).default('none'),
  /** RULE-77 numbers of a new section's symbol in the middle of a year. */
  symbolSuccession: z.enum(['restart', 'continue']).default('restart'),
  /** Colour of links, buttons and marks, `#rrggbb`, dark enough to be read (WCAG 2.2, 1.4.3); null: that of the product. */
  themeColour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'colour-form')
    .refine(isReadable, 'colour-too-light')
    .nullable()
    .default(null),
  /** RULE-51 確定までの猶予: seconds in which a final decision can be undone by its author before it takes effect; 0: at once. */
  graceSeconds: z.int().min(0).max(600).default(0),
  /** RULE-11 reasons for paper, as drafters choose them; the last one is the open one and asks for words. */
  paperReasons: z
    .array(z.string().min(1).max(100))
    .min(1)
    .default(['1件30MBを超える資料', '会計課に提出する支払の原本', '秘密文書', 'その他']),
  /** RULE-100 a delegation table is published by its keeper alone, or by a decision of its own. */
  delegationPublication: z.enum(['keeper', 'decision']).default('keeper'),
  /** RULE-50 usual reasons of a return, in the order of their keys 1 to 9. */
  returnReasons: z
    .array(z.string().min(1).max(200))
    .max(9)
    .default([
      '金額の根拠を示してください。',
      '根拠となる資料を添付してください。',
      '文言を見直してください。',
      '分類・公開区分を確認してください。',
      '合議先を確認してください。',
      '日付・期間を確認してください。',
      '宛先・相手方を確認してください。',
      '予算科目と残額を確認してください。',
      '専決区分を確認してください。',
    ]),
  /** RULE-64 what bulk approval leaves out. */
  bulkExcludes: z.array(z.enum(BULK_MARKS)).default([...BULK_MARKS]),
  /** RULE-64 largest amount in yen for bulk approval; null: no limit. */
  bulkMaxAmount: z.int().min(0).nullable().default(10_000_000),
  /** RULE-65 照合 by somebody else than the drafter. */
  collationByOther: flag(true),
  /** RULE-86 a hold that would end within a fiscal year goes on to the end of it. */
  holdsToYearEnd: flag(false),
  /** RULE-88 disposal is carried out by somebody else than its proposer. */
  disposalExecutorDiffers: flag(true),
  /** RULE-88 days between the decision on a disposal and its execution. */
  disposalWaitingDays: z.int().min(0).max(365).default(30),
  /** RULE-88 days that the archives have for their opinion on what is to be destroyed. */
  archivesOpinionDays: z.int().min(1).max(365).default(30),
  /** WITNESS-3 hours without an answer of any witness of the ledger after which final decisions stop; never when not set. */
  witnessStopHours: z.int().min(1).max(8760).nullable().default(null),
  /** RULE-88 which disposals need a higher approver. */
  importantDisposal: z
    .strictObject({ deciderRankAtLeast: z.int().min(0).default(70), retentionYearsAtLeast: z.int().min(0).default(5) })
    .default({ deciderRankAtLeast: 70, retentionYearsAtLeast: 5 }),
});

export type MunicipalitySettingValues = Readonly<z.infer<typeof municipalitySettings>>;
