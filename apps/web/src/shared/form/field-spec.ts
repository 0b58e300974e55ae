import { currentLocale } from '../i18n/locale';

/** How one field is typed and shown. */
export type FieldKind =
  | 'text'
  | 'textarea'
  | 'choice'
  | 'integer'
  | 'number'
  | 'yen'
  | 'date'
  | 'fiscalYear'
  | 'flag'
  | 'list'
  | 'group'
  | 'person'
  | 'unit'
  | 'table';

export interface FieldSpec {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly help: string | null;
  readonly maxLength: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly options: readonly string[];
  /** Readings of choices, by which they are found. */
  readonly readings: Readonly<Record<string, string>>;
  /** Fields of a group, columns of a table. */
  readonly children: readonly FieldSpec[];
  /** Most rows of a table. */
  readonly maxRows: number | null;
  /** Whether the foot of a table shows the sum of the column: money does, unless its form says no (単価). */
  readonly summed: boolean;
  /** Whether an amount is meant with 消費税; null: it has nothing to do with it. */
  readonly tax: 'included' | 'excluded' | null;
}

interface Schema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly 'x-ui'?: {
    readonly widget?: string;
    readonly order?: readonly string[];
    readonly help?: string;
    readonly titleEn?: string;
    readonly tax?: string;
    readonly sum?: boolean;
    readonly readings?: Readonly<Record<string, string>>;
  };
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

const kindByWidget: Readonly<Record<string, FieldKind>> = {
  textarea: 'textarea',
  yen: 'yen',
  'wareki-date': 'date',
  'fiscal-year': 'fiscalYear',
  person: 'person',
  unit: 'unit',
  table: 'table',
};
const kindByType: Readonly<Record<string, FieldKind>> = {
  integer: 'integer',
  number: 'number',
  boolean: 'flag',
  object: 'group',
  array: 'list',
};

function kindOf(schema: Schema): FieldKind {
  if (schema.enum) return 'choice';
  const widget = kindByWidget[schema['x-ui']?.widget ?? ''];
  if (widget) return widget;
  if (schema.format === 'date') return 'date';
  return kindByType[schema.type ?? ''] ?? 'text';
}

const taxOf = (tax: string | undefined) => (tax === 'included' || tax === 'excluded' ? tax : null);

/** Readers of English have their own label where the form has one. */
const labelOf = ({ title, 'x-ui': ui }: Schema) => (currentLocale() === 'en' && ui?.titleEn ? ui.titleEn : title);

function specOf(name: string, schema: Schema, required: boolean): FieldSpec {
  return {
    name,
    label: labelOf(schema) ?? name,
    kind: kindOf(schema),
    required,
    help: schema['x-ui']?.help ?? schema.description ?? null,
    maxLength: schema.maxLength ?? null,
    minimum: schema.minimum ?? null,
    maximum: schema.maximum ?? null,
    options: (schema.enum ?? []).map(String),
    readings: schema['x-ui']?.readings ?? {},
    children: fieldSpecs(schema['x-ui']?.widget === 'table' ? schema.items : schema),
    maxRows: schema.maxItems ?? null,
    summed: schema['x-ui']?.widget === 'yen' && schema['x-ui'].sum !== false,
    tax: taxOf(schema['x-ui']?.tax),
  };
}

/** The fields of a form definition (JSON Schema 2020-12 + x-ui) in the order they are shown; unknown order names are skipped. */
export function fieldSpecs(schema: unknown): readonly FieldSpec[] {
  if (!isSchema(schema)) return [];
  const properties = schema.properties ?? {};
  const ordered = (schema['x-ui']?.order ?? []).filter((name) => name in properties);
  const names = [...ordered, ...Object.keys(properties).filter((name) => !ordered.includes(name))];
  const required = new Set(schema.required ?? []);
  return names.flatMap((name) => {
    const property = properties[name];
    return property ? [specOf(name, property, required.has(name))] : [];
  });
}
