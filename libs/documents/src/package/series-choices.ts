import type { Faults, PackageContents, Register } from '@fubako/organisation';
import type { FieldSchema } from '../core/form-schema';
import { seriesByChoice } from '../core/series-choice';
import { FORMS } from './forms';
import { NUMBER_SERIES } from './number-series';

/** Series whose numbers are no 施行番号 (RULE-70). */
export const NOT_FOR_DISPATCH = ['draft', 'receipt'];

/** NUM-14 A choice is numbered from a series that is there and is one of 施行番号. */
export function checkSeriesChoices<V extends { readonly form: string }>(
  types: Register<V>,
  all: PackageContents,
  faults: Faults,
): void {
  for (const entry of types.entries) {
    const { form } = entry.values;
    for (const [choice, series] of named(all.of(FORMS).fieldsOf(form))) {
      const kind = all.of(NUMBER_SERIES).of(series)[0]?.values.kind;
      if (kind !== undefined && !NOT_FOR_DISPATCH.includes(kind)) continue;
      faults.add(
        types.placeOf(entry, 'form'),
        kind === undefined ? 'package.unknown-reference' : 'package.not-a-dispatch-series',
        {
          ja: `様式「${form}」の選択肢「${choice}」の番号系列「${series}」が、施行番号の系列にありません。`,
          en: `The form “${form}” numbers its choice “${choice}” from “${series}”, which is no series of dispatch numbers.`,
        },
      );
    }
  }
}

const named = (fields: Readonly<Record<string, FieldSchema>> | null): [choice: string, series: string][] =>
  Object.values(fields ?? {}).flatMap((field) => Object.entries(seriesByChoice(field)));
