import type { FormSchema } from './form-shape';

const MOST_FIELDS = 200;
const MOST_DEPTH = 4;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isAbsentOr = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);
const isNames = (value: unknown): boolean => Array.isArray(value) && value.every((name) => typeof name === 'string');
const isText = (value: unknown): boolean => typeof value === 'string';

/** Whether a draft has the shape of a form, so that it can be shown and judged; whether it is a good one is said by its faults. */
export function isForm(value: unknown): value is FormSchema {
  return isObject(value) && value.type === 'object' && isObject(value.properties) && isFields(value, 0);
}

function isFields({ title, properties, required, 'x-ui': ui }: Record<string, unknown>, depth: number): boolean {
  if (!isAbsentOr(title, isText) || !isAbsentOr(required, isNames)) return false;
  if (!isAbsentOr(ui, (hints) => isObject(hints) && isAbsentOr(hints.order, isNames))) return false;
  if (properties === undefined) return true;
  if (!isObject(properties) || depth > MOST_DEPTH || Object.keys(properties).length > MOST_FIELDS) return false;
  return Object.values(properties).every((field) => isField(field, depth + 1));
}

function isField(field: unknown, depth: number): boolean {
  if (!isObject(field) || depth > MOST_DEPTH) return false;
  return (
    isFields(field, depth) &&
    isAbsentOr(field.type, isText) &&
    isAbsentOr(field.format, isText) &&
    isAbsentOr(field.enum, Array.isArray) &&
    isAbsentOr(field.items, (items) => isField(items, depth + 1))
  );
}
