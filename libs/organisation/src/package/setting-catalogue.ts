import { z } from 'zod';
import { municipalitySettings } from './municipality-settings';

/** The groups in which the settings are shown. */
export const SETTING_GROUPS = [
  'municipality',
  'route',
  'absence',
  'deadlines',
  'decision',
  'execution',
  'records',
  'access',
] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

export const SETTING_UNITS = ['days', 'openDays', 'seconds', 'minutes', 'hours', 'years', 'yen', 'times'] as const;
export type SettingUnit = (typeof SETTING_UNITS)[number];

export interface SettingEntry {
  readonly group: SettingGroup;
  /** Of the domain reference or of a lib. */
  readonly rule: string | null;
  readonly unit?: SettingUnit;
}

/** Every point on which municipalities differ, with its place among the others; the names come first, which hold at once. */
export const SETTING_CATALOGUE = {
  name: { group: 'municipality', rule: null },
  kana: { group: 'municipality', rule: null },
  nameEn: { group: 'municipality', rule: null },
  themeColour: { group: 'municipality', rule: null },
  concurrenceEffect: { group: 'route', rule: 'RULE-30' },
  concurrenceOrder: { group: 'route', rule: 'RULE-21' },
  samePerson: { group: 'route', rule: 'RULE-25' },
  drafterSeat: { group: 'route', rule: 'RULE-25' },
  escalationGrounds: { group: 'route', rule: 'RULE-23' },
  reviewTiming: { group: 'route', rule: null },
  delegationPublication: { group: 'route', rule: 'RULE-100' },
  inFlightLevel: { group: 'route', rule: 'RULE-104' },
  actingRequiresUrgency: { group: 'absence', rule: 'RULE-40' },
  absenceIncludesVacancy: { group: 'absence', rule: 'RULE-40' },
  actingForIntermediates: { group: 'absence', rule: 'RULE-40' },
  actingExcludes: { group: 'absence', rule: 'RULE-42' },
  postReview: { group: 'absence', rule: 'RULE-44' },
  absentIntermediates: { group: 'absence', rule: 'RULE-45' },
  pullUp: { group: 'absence', rule: 'RULE-45' },
  'stepDays.line': { group: 'deadlines', rule: 'RULE-35', unit: 'openDays' },
  'stepDays.review': { group: 'deadlines', rule: 'RULE-35', unit: 'openDays' },
  'stepDays.concurrence': { group: 'deadlines', rule: 'RULE-35', unit: 'openDays' },
  'stepDays.decision': { group: 'deadlines', rule: 'RULE-35', unit: 'openDays' },
  'stepDays.confirmation': { group: 'deadlines', rule: 'RULE-35', unit: 'openDays' },
  'stepDays.circulation': { group: 'deadlines', rule: 'RULE-35', unit: 'openDays' },
  'stepDays.urgent': { group: 'deadlines', rule: 'RULE-66', unit: 'openDays' },
  escalateAfterDays: { group: 'deadlines', rule: 'RULE-35', unit: 'openDays' },
  resubmitEntry: { group: 'decision', rule: 'RULE-50' },
  returnReasons: { group: 'decision', rule: 'RULE-50' },
  graceSeconds: { group: 'decision', rule: 'RULE-51', unit: 'seconds' },
  rejectBy: { group: 'decision', rule: 'RULE-52' },
  bulkExcludes: { group: 'decision', rule: 'RULE-64' },
  bulkMaxAmount: { group: 'decision', rule: 'RULE-64', unit: 'yen' },
  paperReasons: { group: 'decision', rule: 'RULE-11' },
  numberAt: { group: 'execution', rule: 'RULE-70' },
  numberStep: { group: 'execution', rule: 'RULE-74' },
  symbolSuccession: { group: 'execution', rule: 'RULE-77' },
  sealMode: { group: 'execution', rule: 'RULE-65' },
  collationByOther: { group: 'execution', rule: 'RULE-65' },
  retentionBasis: { group: 'records', rule: 'RULE-81' },
  holdsToYearEnd: { group: 'records', rule: 'RULE-86' },
  disposalExecutorDiffers: { group: 'records', rule: 'RULE-88' },
  disposalWaitingDays: { group: 'records', rule: 'RULE-88', unit: 'days' },
  archivesOpinionDays: { group: 'records', rule: 'RULE-88', unit: 'days' },
  'importantDisposal.deciderRankAtLeast': { group: 'records', rule: 'RULE-88' },
  'importantDisposal.retentionYearsAtLeast': { group: 'records', rule: 'RULE-88', unit: 'years' },
  'access.idleMinutes': { group: 'access', rule: 'ID-1', unit: 'minutes' },
  'access.absoluteHours': { group: 'access', rule: 'ID-2', unit: 'hours' },
  'access.secondFactorFor': { group: 'access', rule: 'ID-14' },
  'access.stepUp.acts': { group: 'access', rule: 'ID-15' },
  'access.stepUp.decisionsFrom': { group: 'access', rule: 'ID-15', unit: 'yen' },
  'access.stepUp.readings': { group: 'access', rule: 'ID-24' },
  'access.stepUp.withinMinutes': { group: 'access', rule: 'ID-15', unit: 'minutes' },
  'access.readingReviewPost': { group: 'access', rule: 'REA-4' },
  'access.emergencyReading.mostHours': { group: 'access', rule: 'ID-23', unit: 'hours' },
  'access.perMinute.reads': { group: 'access', rule: 'ID-18', unit: 'times' },
  'access.perMinute.writes': { group: 'access', rule: 'ID-18', unit: 'times' },
  'access.perMinute.searches': { group: 'access', rule: 'ID-18', unit: 'times' },
  'access.perMinute.uploads': { group: 'access', rule: 'ID-18', unit: 'times' },
  witnessStopHours: { group: 'access', rule: 'WITNESS-3', unit: 'hours' },
} as const satisfies Readonly<Record<string, SettingEntry>>;

export type SettingKey = keyof typeof SETTING_CATALOGUE;
export const SETTING_KEYS = Object.keys(SETTING_CATALOGUE) as SettingKey[];
/** SET-4 Names of the municipality: they hold at once, whatever the day. */
export const NAME_KEYS: readonly SettingKey[] = ['name', 'kana', 'nameEn'];

export const isSettingKey = (text: string): text is SettingKey => Object.hasOwn(SETTING_CATALOGUE, text);

export const SETTING_KINDS = ['flag', 'choice', 'choices', 'number', 'text', 'texts', 'colour'] as const;

/** What a setting may hold. */
export interface SettingShape {
  readonly kind: (typeof SETTING_KINDS)[number];
  /** Values of a choice. */
  readonly options: readonly string[];
  /** Of a number; of texts, the fewest and the most of them. */
  readonly least: number | null;
  readonly most: number | null;
  /** Characters of a text. */
  readonly longest: number | null;
  readonly mayBeEmpty: boolean;
}

interface Schema {
  readonly type?: string;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
}

const root = z.toJSONSchema(municipalitySettings, { io: 'input' }) as Schema;
const NAME: Schema = { type: 'string', maxLength: 100 };
const LONG_NAME: Schema = { type: 'string', maxLength: 200 };
const NAMES: Readonly<Record<string, Schema>> = { name: NAME, kana: LONG_NAME, nameEn: LONG_NAME };

/** As the schema of the package says it (SET-2). */
export function shapeOf(key: SettingKey): SettingShape {
  const parts = key.split('.');
  const found = NAMES[key] ?? parts.reduce<Schema | undefined>((at, part) => at?.properties?.[part], root);
  const schema = found?.anyOf?.[0] ?? found;
  if (!schema) throw new Error(`${key} is no setting.`);
  const counts = schema.type === 'array';
  const text = counts ? schema.items : schema;
  return {
    kind: kindOf(schema),
    options: text?.enum ?? [],
    least: (counts ? schema.minItems : schema.minimum) ?? null,
    most: bounded(counts ? schema.maxItems : schema.maximum),
    longest: text?.maxLength ?? null,
    mayBeEmpty: found?.anyOf !== undefined,
  };
}

/** A whole number without a bound of its own has that of the language. */
const bounded = (most: number | undefined): number | null =>
  most === undefined || most === Number.MAX_SAFE_INTEGER ? null : most;

function kindOf({ type, enum: choices, items, pattern }: Schema): SettingShape['kind'] {
  if (type === 'boolean') return 'flag';
  if (type === 'integer') return 'number';
  if (type === 'array') return items?.enum ? 'choices' : 'texts';
  if (choices) return 'choice';
  return pattern ? 'colour' : 'text';
}
