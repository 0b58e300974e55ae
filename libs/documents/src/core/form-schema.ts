import type { FieldFault } from '@fubako/kernel';
import { lengthOf, textFault } from '@fubako/kernel';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import { isTable, placedInTable, referenceShape, withoutBlankRows } from './field-kinds';
import type { FieldSchema, FormSchema } from './form-shape';

export type { FieldSchema, FormSchema } from './form-shape';

export interface CheckedForm {
  /** Faults of what is there: wrong types, values, characters. Missing fields are no fault yet. */
  draftFaults(fields: Readonly<Record<string, unknown>>): FieldFault[];
  /** Everything that keeps the form from being submitted. */
  submissionFaults(fields: Readonly<Record<string, unknown>>): FieldFault[];
}

/** @throws Error when the schema itself is faulty; the importer reports it with its file. */
export function compileForm(schema: FormSchema): CheckedForm {
  const full = compiled({ ...prepare(schema, true), $id: undefined });
  const partial = compiled({ ...prepare(schema, false), $id: undefined });
  const placed = (faults: FieldFault[]) => placedInTable(schema, faults);
  return {
    draftFaults: (fields) => placed(faultsOf(partial, fields)),
    submissionFaults: (fields) => placed(faultsOf(full, withoutBlanks(fields))),
  };
}

let compiler: Ajv2020 | undefined;

/** One compiler for all forms, since most of its work is learning what a schema is; it forgets each form afterwards. */
function compiled(schema: object): ValidateFunction {
  compiler ??= newCompiler();
  try {
    return compiler.compile(schema);
  } finally {
    compiler.removeSchema(schema);
  }
}

function newCompiler(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, formats: { date: isDate } });
  ajv.addKeyword({ keyword: 'x-ui' });
  ajv.addKeyword({ keyword: 'jpText', type: 'string', errors: true, validate: checkText });
  return ajv;
}

/** A field that was emptied counts as not there, and so does an empty row or cell of a table. */
export function withoutBlanks(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const blank = (value: unknown) =>
    value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
  const kept = Object.entries(fields).map(([name, value]) => [name, withoutBlankRows(value, blank)] as const);
  return Object.fromEntries(kept.filter(([, value]) => !blank(value)));
}

/**
 * Texts are measured in characters that a person sees, and must be storable: ajv's own lengths count code points. While
 * drafting nothing is required, in a row of a table neither.
 */
function prepare<S extends FieldSchema | FormSchema>(schema: S, complete: boolean): S {
  const { required, ...open } = schema;
  const rest = (complete && required ? { ...open, required } : open) as S;
  const reference = referenceShape(schema as FieldSchema);
  if (reference) return prepare({ ...rest, ...reference } as S, complete);
  const fields = rest.properties && prepareFields(rest, complete);
  const items = 'items' in rest && rest.items ? prepare(rest.items as FieldSchema, complete) : undefined;
  const nested = { ...rest, ...(fields ? { properties: fields } : {}), ...(items ? { items } : {}) };
  return measured(schema, nested);
}

/** A table that is required has a row at least. */
function prepareFields({ properties = {}, required = [] }: FieldSchema | FormSchema, complete: boolean) {
  const atLeast = (name: string, field: FieldSchema): FieldSchema =>
    complete && isTable(field) && required.includes(name) ? { minItems: 1, ...field } : field;
  return Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, prepare(atLeast(name, field), complete)]),
  );
}

function measured<S extends FieldSchema | FormSchema>(schema: S, nested: S): S {
  if (schema.type !== 'string' || schema.enum || schema.format) return nested;
  const { maxLength, minLength: _, ...rest } = nested;
  return {
    ...rest,
    jpText: { max: Number(maxLength ?? 20_000), multiline: schema['x-ui']?.['widget' as never] === 'textarea' },
  } as unknown as S;
}

interface TextLimits {
  readonly max: number;
  readonly multiline: boolean;
}

const checkText: { (limits: TextLimits, text: string): boolean; errors?: Partial<ErrorObject>[] } = (limits, text) => {
  const fault = textFault(text, limits.multiline);
  if (fault) checkText.errors = [{ keyword: 'jpText', params: { code: 'field.text-fault', facts: { fault } } }];
  else if (lengthOf(text) > limits.max)
    checkText.errors = [{ keyword: 'jpText', params: { code: 'field.too-long', facts: { max: limits.max } } }];
  else return true;
  return false;
};

const DATE = /^\d{4}-\d{2}-\d{2}$/;

function isDate(text: string): boolean {
  return (
    DATE.test(text) && !Number.isNaN(Date.parse(text)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
  );
}

function faultsOf(validate: ValidateFunction, fields: Readonly<Record<string, unknown>>): FieldFault[] {
  if (validate(fields)) return [];
  const faults = (validate.errors ?? []).map(toFault);
  const seen = new Set<string>();
  return faults.filter(({ pointer }) => !seen.has(pointer) && seen.add(pointer));
}

function toFault(error: ErrorObject): FieldFault {
  const params = error.params as Record<string, unknown>;
  const pointer = `/fields${error.instancePath}`;
  switch (error.keyword) {
    case 'jpText':
      return { pointer, code: String(params.code), facts: params.facts as Record<string, unknown> };
    case 'required':
      return { pointer: `${pointer}/${String(params.missingProperty)}`, code: 'form.required' };
    case 'additionalProperties':
      return {
        pointer: `${pointer}/${String(params.additionalProperty)}`,
        code: 'field.unknown',
        facts: { property: params.additionalProperty },
      };
    case 'type':
      return {
        pointer,
        code: params.type === 'integer' || params.type === 'number' ? 'form.not-a-number' : 'form.wrong-type',
      };
    case 'minimum':
      return { pointer, code: 'form.too-small', facts: { limit: params.limit } };
    case 'maximum':
      return { pointer, code: 'form.too-large', facts: { limit: params.limit } };
    case 'enum':
      return { pointer, code: 'form.not-a-choice', facts: { choices: params.allowedValues } };
    case 'format':
      return { pointer, code: 'form.not-a-date' };
    case 'minItems':
      return { pointer, code: 'form.too-few-rows', facts: { limit: params.limit } };
    case 'maxItems':
      return { pointer, code: 'form.too-many-rows', facts: { limit: params.limit } };
    default:
      return { pointer, code: 'field.invalid', facts: {} };
  }
}
