import type { Setting, SettingValue } from '../../shared/api/settings';
import type { PlainKey, Translate } from '../../shared/i18n/translate';
import { formatNumber } from '../../shared/money/yen';

export const nameKey = (key: Setting['key']) => `setting.${key}` as const;
export const helpKey = (key: Setting['key']) => `setting.${key}.help` as const;

/** The word of one option. The API names the options; a test holds that each has its word. */
export const optionKey = ({ key, shape }: Setting, option: string): PlainKey =>
  (shape.kind === 'choices' ? `setting.mark.${option}` : `setting.${key}.is.${option}`) as PlainKey;

const numberWords = ({ unit }: Setting, n: number, t: Translate): string =>
  unit ? t(`setting.unit.${unit}`, { n }) : formatNumber(n);

/** A value in words, on one line. */
export function valueWords(setting: Setting, value: SettingValue, t: Translate): string {
  if (typeof value === 'boolean') return t(value ? 'setting.yes' : 'setting.no');
  if (typeof value === 'number') return numberWords(setting, value, t);
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('setting.none');
  if (typeof value === 'string') return setting.shape.kind === 'choice' ? t(optionKey(setting, value)) : value;
  const words = setting.shape.kind === 'choices' ? value.map((one) => t(optionKey(setting, one))) : value;
  return words.join(t('settings.comma'));
}

/** What may be set, in words; null: a choice shows it. */
export function rangeWords(setting: Setting, t: Translate): string | null {
  const { kind, least, most, longest, mayBeEmpty } = setting.shape;
  const bounds =
    kind !== 'number' || least === null
      ? []
      : most === null
        ? [t('settings.atLeast', { least: numberWords(setting, least, t) })]
        : [t('settings.range', { least: formatNumber(least), most: numberWords(setting, most, t) })];
  const length = longest === null ? [] : [t('settings.longest', { n: longest })];
  const empty = mayBeEmpty ? [t('settings.mayBeEmpty')] : [];
  const words = [...bounds, ...length, ...empty];
  return words.length === 0 ? null : words.join(' ');
}

/** Settings whose name, explanation, key or rule holds the words, however they are written. */
export function found(settings: readonly Setting[], words: string, t: Translate): readonly Setting[] {
  const flat = (text: string) => text.normalize('NFKC').toLowerCase();
  const parts = flat(words).split(/\s+/u).filter(Boolean);
  const text = ({ key, rule }: Setting) => flat([t(nameKey(key)), t(helpKey(key)), key, rule ?? ''].join(' '));
  return settings.filter((setting) => parts.every((part) => text(setting).includes(part)));
}
