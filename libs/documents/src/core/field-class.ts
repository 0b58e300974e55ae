import { isFiscalYear, isPerson, isTable, isUnit } from './field-kinds';
import type { FieldSchema, FormSchema } from './form-shape';

export const FIELD_CLASSES = [
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
  'group',
  'person',
  'unit',
  'table',
] as const;
/** 項目の種類: what a field means to those who fill it in and to rules that read it. */
export type FieldClass = (typeof FIELD_CLASSES)[number];

const BY_TYPE: Readonly<Record<string, FieldClass>> = {
  integer: 'integer',
  number: 'number',
  boolean: 'flag',
  object: 'group',
  array: 'list',
};

export function fieldClassOf(field: FieldSchema): FieldClass {
  if (isPerson(field)) return 'person';
  if (isUnit(field)) return 'unit';
  if (isTable(field)) return 'table';
  if (field.enum) return 'choice';
  if (isFiscalYear(field)) return 'fiscalYear';
  const widget = field['x-ui']?.widget;
  if (widget === 'yen' || widget === 'textarea') return widget;
  if (field.format === 'date') return 'date';
  return BY_TYPE[field.type ?? ''] ?? 'text';
}

export interface ChangedMeaning {
  readonly name: string;
  readonly label: string;
  readonly before: FieldClass;
  readonly after: FieldClass;
}

/**
 * FORM-2 Fields whose name meant something else in an earlier version: what was written under it, and rules that read it, would be
 * misread. Another meaning is another field. Columns of a table and fields of a group count too. A whole number that is said to be a
 * fiscal year means what it meant.
 */
export function changedMeanings(earlier: readonly FormSchema[], form: FormSchema): ChangedMeaning[] {
  const known = new Map<string, FieldClass>();
  // The nearest version speaks first.
  for (const version of earlier.toReversed())
    for (const { name, field } of flat(version)) if (!known.has(name)) known.set(name, fieldClassOf(field));
  return flat(form).flatMap(({ name, field }) => {
    const [before, after] = [known.get(name), fieldClassOf(field)];
    const stays = before === after || (before === 'integer' && after === 'fiscalYear');
    return before === undefined || stays ? [] : [{ name, label: field.title ?? name, before, after }];
  });
}

interface NamedField {
  /** `amount`, `lines.price` */
  readonly name: string;
  readonly field: FieldSchema;
}

function flat({ properties }: Pick<FormSchema, 'properties'>, within = ''): NamedField[] {
  return Object.entries(properties).flatMap(([own, field]) => {
    const name = `${within}${own}`;
    const inner = field.properties ?? field.items?.properties;
    return [{ name, field }, ...(inner ? flat({ properties: inner }, `${name}.`) : [])];
  });
}
