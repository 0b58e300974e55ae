/** A form as it is edited: JSON Schema with `x-ui`. What the editor does not know of stays as it is. */
export interface FormSchema {
  readonly title?: string;
  readonly properties: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly 'x-ui'?: Hints;
  readonly [keyword: string]: unknown;
}

export interface FieldSchema {
  readonly type?: string;
  readonly title?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly 'x-ui'?: Hints;
  readonly [keyword: string]: unknown;
}

interface Hints {
  readonly widget?: string;
  readonly order?: readonly string[];
  readonly help?: string;
  readonly titleEn?: string;
  readonly counterparty?: boolean;
  readonly [hint: string]: unknown;
}

/** Kinds that can be chosen for a new field. */
export const newKinds = [
  'text',
  'textarea',
  'choice',
  'integer',
  'number',
  'yen',
  'date',
  'fiscalYear',
  'flag',
  'list',
  'person',
  'unit',
  'table',
] as const;
export type NewKind = (typeof newKinds)[number];
/** Kinds that a column of a table may have. */
export const columnKinds = [
  'text',
  'choice',
  'integer',
  'number',
  'yen',
  'date',
  'fiscalYear',
] as const satisfies readonly NewKind[];

const shapes: Readonly<Record<NewKind, FieldSchema>> = {
  text: { type: 'string', maxLength: 200 },
  textarea: { type: 'string', maxLength: 20_000, 'x-ui': { widget: 'textarea' } },
  choice: { type: 'string', enum: [] },
  integer: { type: 'integer' },
  number: { type: 'number' },
  yen: { type: 'integer', minimum: 0, 'x-ui': { widget: 'yen' } },
  date: { type: 'string', format: 'date', 'x-ui': { widget: 'wareki-date' } },
  fiscalYear: { type: 'integer', 'x-ui': { widget: 'fiscal-year' } },
  flag: { type: 'boolean' },
  list: { type: 'array', items: { type: 'string', maxLength: 200 } },
  person: { type: 'object', 'x-ui': { widget: 'person' } },
  unit: { type: 'object', 'x-ui': { widget: 'unit' } },
  table: {
    type: 'array',
    maxItems: 200,
    items: { type: 'object', properties: {}, additionalProperties: false, 'x-ui': { order: [] } },
    'x-ui': { widget: 'table' },
  },
};

/** A field, or column, as it stands in its list. */
export interface PlacedField {
  readonly name: string;
  readonly field: FieldSchema;
  readonly required: boolean;
}

type Fields = Pick<FormSchema, 'properties' | 'required' | 'x-ui'>;
/** A form, or the items of a table. */
type Holder = Partial<Fields>;

export function fieldsOf({ properties = {}, required = [], 'x-ui': ui }: Holder): readonly PlacedField[] {
  const order = (ui?.order ?? []).filter((name) => Object.hasOwn(properties, name));
  const names = [...order, ...Object.keys(properties).filter((name) => !order.includes(name))];
  return names.flatMap((name) => {
    const field = properties[name];
    return field ? [{ name, field, required: required.includes(name) }] : [];
  });
}

/** The same with other fields, in their order. */
export function withFields<H extends Holder>(holder: H, fields: readonly PlacedField[]): H & Fields {
  return {
    ...holder,
    properties: Object.fromEntries(fields.map(({ name, field }) => [name, field])),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    'x-ui': { ...holder['x-ui'], order: fields.map(({ name }) => name) },
  };
}

/** A name that nothing else has: `text1`, `text2`… */
export function freeName(kind: string, taken: readonly string[]): string {
  for (let n = 1; ; n += 1) if (!taken.includes(`${kind}${n}`)) return `${kind}${n}`;
}

/** A field of a kind; what it is called and how it is explained is kept from the one it stands for. */
export function fieldOfKind(kind: NewKind, { title, 'x-ui': ui }: FieldSchema): FieldSchema {
  const shape = shapes[kind];
  const { help, titleEn } = ui ?? {};
  const hints = { ...shape['x-ui'], ...(help ? { help } : {}), ...(titleEn ? { titleEn } : {}) };
  return {
    ...shape,
    ...(title === undefined ? {} : { title }),
    ...(Object.keys(hints).length > 0 ? { 'x-ui': hints } : {}),
  };
}

/** FORM-2 A whole number that is the fiscal year it was all along. */
export const asFiscalYear = (field: FieldSchema): FieldSchema => ({
  ...field,
  'x-ui': { ...field['x-ui'], ...shapes.fiscalYear['x-ui'] },
});

/** A hint is written, or left out where nothing is said. */
export function withHint(
  field: FieldSchema,
  hint: 'help' | 'titleEn' | 'counterparty',
  value: string | boolean,
): FieldSchema {
  const { [hint]: _, ...others } = field['x-ui'] ?? {};
  const hints = value === '' ? others : { ...others, [hint]: value };
  const { 'x-ui': __, ...rest } = field;
  return Object.keys(hints).length > 0 ? { ...rest, 'x-ui': hints } : rest;
}

/** 相手方 by their names, as the index has it where a form says nothing. */
const parties: readonly string[] = ['addressee', 'counterparty', 'applicant'];

/** Whether the field names whom the matter is about. */
export const isParty = ({ name, field }: PlacedField): boolean => field['x-ui']?.counterparty ?? parties.includes(name);

/** What its name says already is not said again. */
export const withParty = ({ name, field }: PlacedField, on: boolean): FieldSchema =>
  withHint(field, 'counterparty', on === parties.includes(name) ? '' : on);

/** A keyword is written, or left out where nothing is said. */
export function withKeyword(field: FieldSchema, keyword: string, value: unknown): FieldSchema {
  const { [keyword]: _, ...rest } = field;
  return value === null ? rest : { ...rest, [keyword]: value };
}

/** The same whatever the order in which keys were written: the API does not keep it. */
export const spelled = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
