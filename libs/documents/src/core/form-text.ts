import { formatWareki, parseLocalDate } from '@fubako/kernel';
import type { FieldSchema, FormSchema } from './form-schema';

export interface LabelledText {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly multiline: boolean;
}

/** The fields of a form in reading order, as words on paper: yen with separators, dates in wareki, nested fields by label. */
export function labelledTexts(schema: FormSchema, fields: Readonly<Record<string, unknown>>): LabelledText[] {
  return fieldOrder(schema).flatMap((name) => {
    const field = schema.properties[name];
    const value = fields[name];
    if (!field || value === undefined || value === null || value === '') return [];
    return [
      {
        name,
        label: plainLabel(field.title ?? name),
        text: textOf(field, value),
        multiline: field['x-ui']?.widget === 'textarea',
      },
    ];
  });
}

export function fieldOrder(schema: FormSchema): string[] {
  const order = schema['x-ui']?.order ?? [];
  return [...order, ...Object.keys(schema.properties).filter((name) => !order.includes(name))];
}

export function textOf(field: FieldSchema | undefined, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (field?.['x-ui']?.widget === 'yen' && typeof value === 'number') return `${value.toLocaleString('ja-JP')}円`;
  if (field?.format === 'date' && typeof value === 'string') {
    const date = parseLocalDate(value);
    return date ? formatWareki(date) : value;
  }
  if (Array.isArray(value)) return value.map((item) => textOf(field?.items, item)).join('、');
  if (typeof value === 'object') {
    const parts = Object.entries(value).map(
      ([name, part]) => `${field?.properties?.[name]?.title ?? name} ${textOf(field?.properties?.[name], part)}`,
    );
    return parts.join('、');
  }
  return String(value);
}

/** `契約金額（円・税込）` → `契約金額`: units stand beside the value on paper. */
function plainLabel(title: string): string {
  return title.replace(/（円[^）]*）$/, '');
}
