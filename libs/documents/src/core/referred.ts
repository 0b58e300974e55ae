import type { FieldFault } from '@fubako/kernel';
import { type NamedPerson, type NamedUnit, isPerson, isRow, isUnit } from './field-kinds';
import type { FieldSchema, FormSchema } from './form-schema';

/** Who and what the organisation of a day knows. */
export interface Directory {
  /** Null: nobody of that number holds a post. */
  person(staffNo: string): NamedPerson | null;
  unit(code: string): NamedUnit | null;
}

type Fields = Readonly<Record<string, unknown>>;

export interface SettledFields {
  readonly fields: Record<string, unknown>;
  readonly faults: readonly FieldFault[];
}

/**
 * DOC-9 Persons and units as the directory of the day calls them: only the number counts of what was sent. Those whom it
 * does not know are faults; they stay as they are, so that a draft can be read on.
 */
export function settleReferred({ properties }: FormSchema, fields: Fields, directory: Directory): SettledFields {
  const settled: Record<string, unknown> = { ...fields };
  const faults: FieldFault[] = [];
  for (const [name, field] of Object.entries(properties)) {
    const key = keyOf(field, fields[name]);
    if (key === null) continue;
    const found = isPerson(field) ? directory.person(key) : directory.unit(key);
    if (found) settled[name] = { ...found };
    else
      faults.push({ pointer: `/fields/${name}`, code: isPerson(field) ? 'form.unknown-person' : 'form.unknown-unit' });
  }
  return { fields: settled, faults };
}

/** Of the faults, those in what is new: a person who has left since stays in the draft until it is submitted. */
export function newlyUnknown(
  { properties }: FormSchema,
  faults: readonly FieldFault[],
  { before, after }: { readonly before: Fields; readonly after: Fields },
): FieldFault[] {
  return faults.filter(({ pointer }) => {
    const name = pointer.slice('/fields/'.length);
    const field = properties[name];
    return !field || keyOf(field, before[name]) !== keyOf(field, after[name]);
  });
}

/** Null when the field refers to nothing, or is not filled in such a way that it could: the form says so. */
function keyOf(field: FieldSchema, value: unknown): string | null {
  if ((!isPerson(field) && !isUnit(field)) || !isRow(value)) return null;
  const key = isPerson(field) ? value['staffNo'] : value['code'];
  return typeof key === 'string' ? key : '';
}
