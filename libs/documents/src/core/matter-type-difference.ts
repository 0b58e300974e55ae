import type { DefinitionChange } from './form-difference';

type Language = 'ja' | 'en';

const EXECUTIONS = ['none', 'dispatch', 'directive', 'contract'] as const;
const REVIEWS = ['none', 'before', 'after'] as const;

/** A matter type as a package writes it. */
interface Values {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly form: string;
  readonly default_class_code: string;
  readonly default_series_code: string;
  readonly review: (typeof REVIEWS)[number];
  readonly execution: (typeof EXECUTIONS)[number];
  readonly substance_fields: readonly string[];
  readonly sort: number | null;
}

const TEXTS = ['code', 'name', 'description', 'form', 'default_class_code', 'default_series_code'] as const;

/** Whether a draft has the shape of a matter type; whether it is a good one is said by its faults. */
export function isMatterType(value: unknown): value is Values {
  if (typeof value !== 'object' || value === null) return false;
  const { review, execution, substance_fields: substance, sort, ...rest } = value as Record<string, unknown>;
  return (
    TEXTS.every((name) => typeof rest[name] === 'string') &&
    (REVIEWS as readonly unknown[]).includes(review) &&
    (EXECUTIONS as readonly unknown[]).includes(execution) &&
    Array.isArray(substance) &&
    substance.every((name) => typeof name === 'string') &&
    (sort === null || Number.isInteger(sort))
  );
}

/** How what it refers to is called. */
export interface MatterTypeWords {
  readonly form: (code: string) => string;
  readonly filingClass: (code: string) => string;
  /** Label of a field of its form. */
  readonly field: (form: string, name: string) => string;
}

const LABELS = {
  ja: {
    name: '名前',
    description: '説明',
    form: '様式',
    default_class_code: '既定の分類',
    default_series_code: '番号系列',
    review: '審査',
    execution: '施行',
    substance_fields: '要旨の項目',
    sort: '並び順',
  },
  en: {
    name: 'Name',
    description: 'Description',
    form: 'Form',
    default_class_code: 'Class by default',
    default_series_code: 'Number series',
    review: 'Review',
    execution: 'Execution',
    substance_fields: 'Fields of its substance',
    sort: 'Place in lists',
  },
} as const;
type Column = keyof typeof LABELS.ja;
const COLUMNS = Object.keys(LABELS.ja) as Column[];

const SAID = {
  ja: {
    review: { none: 'なし', before: '決裁の前', after: '決裁の後' },
    execution: { none: 'なし', dispatch: '発送', directive: '指令', contract: '契約' },
  },
  en: {
    review: { none: 'none', before: 'before the decision', after: 'after the decision' },
    execution: { none: 'none', dispatch: 'dispatch', directive: 'directive', contract: 'contract' },
  },
} as const;

/** FORM-3 What changes between two versions of a matter type, column by column. */
export function matterTypeDifference(
  before: Values | null,
  after: Values,
  { language, words }: { readonly language: Language; readonly words: MatterTypeWords },
): DefinitionChange[] {
  return COLUMNS.flatMap((column) => {
    const said = before && textOf(before, column, { language, words });
    const says = textOf(after, column, { language, words });
    return said === says ? [] : [{ name: column, label: LABELS[language][column], before: said, after: says }];
  });
}

function textOf(
  values: Values,
  column: Column,
  { language, words }: { readonly language: Language; readonly words: MatterTypeWords },
): string {
  switch (column) {
    case 'form':
      return words.form(values.form);
    case 'default_class_code':
      return words.filingClass(values.default_class_code);
    case 'review':
      return SAID[language].review[values.review];
    case 'execution':
      return SAID[language].execution[values.execution];
    case 'substance_fields':
      return values.substance_fields.map((name) => words.field(values.form, name)).join('、');
    case 'sort':
      return String(values.sort ?? '');
    default:
      return values[column];
  }
}

/** How the screens call a column of a matter type. */
export const matterTypeLabel = (column: string, language: Language): string =>
  Object.hasOwn(LABELS[language], column) ? LABELS[language][column as keyof (typeof LABELS)['ja']] : column;
