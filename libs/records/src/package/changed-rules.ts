import type { Entry, PackageContents, Place, Register, Words } from '@fubako/organisation';
import type { ChangedRules, ClassChange, ClassTerms, TermsChange } from '../core/keeping/rule-change';
import type { StatutoryFloor } from '../core/retention';
import { FILING_PLAN, type FilingClassValues } from './filing-class-table';
import { RETENTION_CLASSES, type RetentionClassValues, termsOf } from './retention-classes';

type Plan = Register<FilingClassValues>;

/** A changed rule as the clerk knows it: its code, what it says now and then, and where it stands in the package. */
export interface NamedRule {
  readonly code: string;
  readonly words: Words;
  readonly at: Place;
}

/** The rules of keeping that the package changes (FIL-7): terms of retention classes, retention and statutory period of classes. */
export function changedRules(all: PackageContents): {
  readonly rules: ChangedRules;
  readonly named: readonly NamedRule[];
} {
  const [classes, plan] = [all.of(RETENTION_CLASSES), all.of(FILING_PLAN)];
  const terms = classes.entries.flatMap((entry) => termsChange(entry) ?? []);
  const moved = plan.entries.flatMap((entry) => classChange(entry, plan) ?? []);
  const rules = {
    terms: new Map(terms.map((change) => [change.code, change])),
    classes: new Map(moved.map((change) => [change.code, change])),
    now: new Map(classes.entries.map(({ key, values }) => [key, termsOf(values)])),
  };
  const labelOf = (code: string): string => classes.of(code)[0]?.values.label ?? code;
  const named = [
    ...terms.map((change) => ({
      code: change.code,
      words: termsWords(change),
      at: placeIn(classes, change.code, change.before.years === change.after.years ? 'basis' : 'years'),
    })),
    ...moved.map((change) => ({
      code: change.code,
      words: classWords(change, labelOf),
      at: placeIn(plan, change.code, change.from === change.to ? 'statutory_years' : 'retention_class'),
    })),
  ];
  return { rules, named };
}

function placeIn<V extends object>(register: Register<V>, code: string, column: keyof V & string): Place {
  const [entry] = register.of(code);
  return entry ? register.placeOf(entry, column) : { file: register.table.file, line: 0, column: 0, field: '' };
}

function termsChange({ key, values, stored }: Entry<RetentionClassValues>): TermsChange | null {
  if (stored === null || (stored.years === values.years && stored.basis === values.basis)) return null;
  return { code: key, before: termsOf(stored), after: termsOf(values) };
}

function classChange({ key, values, stored }: Entry<FilingClassValues>, plan: Plan): ClassChange | null {
  if (values.level !== 3 || !stored?.retention_class || values.retention_class === null) return null;
  const floor = floorOf(values, (code) => plan.of(code)[0]?.values);
  const before = floorOf(stored, (code) => plan.of(code)[0]?.stored ?? undefined);
  const floorChanges = floor?.years !== before?.years;
  if (stored.retention_class === values.retention_class && !floorChanges) return null;
  return { code: key, from: stored.retention_class, to: values.retention_class, floor, floorChanges };
}

/** RULE-84 That of the class, or of the nearest class above it. */
function floorOf(
  values: FilingClassValues,
  parentOf: (code: string) => FilingClassValues | undefined,
): StatutoryFloor | null {
  const { statutory_years: years, statutory_law: law, parent_code: parent } = values;
  if (years !== null && law !== null) return { years, law };
  const above = parent === null ? undefined : parentOf(parent);
  return above ? floorOf(above, parentOf) : null;
}

const BASES: Readonly<Record<ClassTerms['basis'], Words>> = {
  closed: { ja: '完結の日', en: 'closing' },
  created: { ja: '作成の日', en: 'making' },
  file_earliest: { ja: '簿冊の最初の文書', en: 'the first document of the file' },
  file_latest: { ja: '簿冊の最後の文書', en: 'the last document of the file' },
  event: { ja: '特定日', en: 'an event' },
};

function termsWords({ code, before, after }: TermsChange): Words {
  const ja = ({ basis, years, label }: ClassTerms): string =>
    `${years === null ? label : years === 0 ? '1年未満' : `${years}年`}・${BASES[basis].ja}から`;
  const en = ({ basis, years, label }: ClassTerms): string =>
    `${years === null ? `“${label}”` : years === 0 ? 'less than a year' : `${years} years`} from ${BASES[basis].en}`;
  return {
    ja: `保存期間の区分「${code}」(${ja(before)} → ${ja(after)})`,
    en: `retention class “${code}” (${en(before)} → ${en(after)})`,
  };
}

function classWords({ code, from, to, floor, floorChanges }: ClassChange, labelOf: (code: string) => string): Words {
  const parts: Words[] = [];
  if (from !== to)
    parts.push({
      ja: `保存期間 ${labelOf(from)} → ${labelOf(to)}`,
      en: `retention “${labelOf(from)}” → “${labelOf(to)}”`,
    });
  if (floorChanges)
    parts.push({
      ja: `法定の保存期間 ${floor ? `${floor.years}年(${floor.law})` : 'なし'}`,
      en: `statutory period ${floor ? `${floor.years} years (“${floor.law}”)` : 'none'}`,
    });
  return {
    ja: `分類「${code}」(${parts.map(({ ja }) => ja).join('、')})`,
    en: `class “${code}” (${parts.map(({ en }) => en).join(', ')})`,
  };
}
