import type { LocalDate } from '@fubako/kernel';

/** What a setting holds: groups of settings are taken apart into these. */
export type SettingValue = boolean | number | string | readonly string[] | null;

interface Group {
  readonly [name: string]: SettingValue | Group;
}

export interface SettingDifference {
  /** `graceSeconds`, `access.stepUp.acts` */
  readonly setting: string;
  readonly before: SettingValue;
  readonly after: SettingValue;
}

/** Settings that hold from a day on. */
export interface SettingsPlan {
  readonly validFrom: LocalDate;
  readonly settings: object;
}

const isGroup = (value: SettingValue | Group | undefined): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every setting by its name; those of a group behind the name of the group. */
export function leavesOf(settings: object): ReadonlyMap<string, SettingValue> {
  return new Map(
    Object.entries(settings as Group).flatMap(([name, value]): (readonly [string, SettingValue])[] =>
      isGroup(value)
        ? [...leavesOf(value)].map(([inner, leaf]) => [`${name}.${inner}`, leaf] as const)
        : [[name, value]],
    ),
  );
}

/** What differs, in the order of `after`. */
export function differencesOf(before: object, after: object): SettingDifference[] {
  const old = leavesOf(before);
  return [...leavesOf(after)]
    .map(([setting, value]) => ({ setting, before: old.get(setting) ?? null, after: value }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}

/** The settings with one of them otherwise. */
export function withValue(settings: object, setting: string, value: unknown): object {
  const [name = '', ...rest] = setting.split('.');
  const group = (settings as Readonly<Record<string, object>>)[name];
  return { ...settings, [name]: rest.length === 0 ? value : withValue(group ?? {}, rest.join('.'), value) };
}

/**
 * SET-3 What changes from a day on stays so on planned days after it, up to the one that plans the same setting itself.
 * @param before settings of the day before the change
 * @param plans of days after it, the nearest first
 * @returns those that become others
 */
export function carriedOn(
  changes: readonly SettingDifference[],
  before: object,
  plans: readonly SettingsPlan[],
): SettingsPlan[] {
  let [open, previous] = [changes, before];
  return plans.flatMap(({ validFrom, settings }) => {
    const planned = new Set(differencesOf(previous, settings).map(({ setting }) => setting));
    open = open.filter(({ setting }) => !planned.has(setting));
    previous = settings;
    const after = open.reduce((all, one) => withValue(all, one.setting, one.after), settings);
    return differencesOf(settings, after).length > 0 ? [{ validFrom, settings: after }] : [];
  });
}
