import type { PlainKey, Translate } from '../i18n/translate';

interface Series {
  readonly seriesCode: string;
  readonly kind: string;
}

const KINDS: Readonly<Record<string, PlainKey>> = {
  draft: 'numbers.kind.draft',
  receipt: 'numbers.kind.receipt',
  receipt_own: 'numbers.kind.receipt_own',
  dispatch: 'numbers.kind.dispatch',
  directive: 'numbers.kind.directive',
  ordinance: 'numbers.kind.ordinance',
  rule: 'numbers.kind.rule',
  public_notice: 'numbers.kind.public_notice',
  instruction: 'numbers.kind.instruction',
};

/** What a series numbers, in words. Where several series of a list number the same, and for kinds that a town made itself, its code says which. */
export function seriesName({ seriesCode, kind }: Series, list: readonly Series[], t: Translate): string {
  const key = KINDS[kind];
  if (!key) return seriesCode;
  const isAlone = list.every((other) => other.kind !== kind || other.seriesCode === seriesCode);
  return isAlone ? t(key) : `${t(key)} (${seriesCode})`;
}
