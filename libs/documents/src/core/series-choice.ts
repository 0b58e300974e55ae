import type { FieldSchema, FormSchema } from './form-shape';

/** What a form says of each choice of a field; nothing where its author wrote something else. */
export function byChoice(field: FieldSchema, key: 'series' | 'readings'): Readonly<Record<string, string>> {
  const said = field['x-ui']?.[key];
  return typeof said === 'object' && said !== null ? said : {};
}

/** 番号系列 by choice: `x-ui.series` of a choice field says from which series each of its choices is numbered. */
export const seriesByChoice = (field: FieldSchema): Readonly<Record<string, string>> => byChoice(field, 'series');

/** NUM-14 The series that what was chosen in the form asks for (RULE-72: 条例, 規則, 告示 and 訓令 count apart); null: that of the matter type. */
export function chosenSeries(schema: FormSchema, fields: Readonly<Record<string, unknown>>): string | null {
  for (const [name, field] of Object.entries(schema.properties)) {
    const chosen = fields[name];
    const series = seriesByChoice(field);
    if (typeof chosen === 'string' && Object.hasOwn(series, chosen)) return series[chosen] ?? null;
  }
  return null;
}
