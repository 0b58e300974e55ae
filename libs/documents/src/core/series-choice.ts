import type { FieldSchema, FormSchema } from './form-shape';

/** 番号系列 by choice: `x-ui.series` of a choice field says from which series each of its choices is numbered. */
export function seriesByChoice(field: FieldSchema | undefined): Readonly<Record<string, string>> {
  const series = field?.['x-ui']?.series;
  return typeof series === 'object' && series !== null ? series : {};
}

/** NUM-14 The series that what was chosen in the form asks for (RULE-72: 条例, 規則, 告示 and 訓令 count apart); null: that of the matter type. */
export function chosenSeries(schema: FormSchema, fields: Readonly<Record<string, unknown>>): string | null {
  for (const [name, field] of Object.entries(schema.properties)) {
    const chosen = fields[name];
    const series = seriesByChoice(field);
    if (typeof chosen === 'string' && Object.hasOwn(series, chosen)) return series[chosen] ?? null;
  }
  return null;
}
