import type { FieldFault } from '@fubako/kernel';
import { lengthOf, textFault } from '@fubako/kernel';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';

/** A form of the municipality package: JSON Schema 2020-12 with `x-ui` hints. */
export interface FormSchema {
  readonly title?: string;
  readonly properties: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly 'x-ui'?: { readonly order?: readonly string[] };
  readonly [keyword: string]: unknown;
}

export interface FieldSchema {
  readonly type?: string;
  readonly title?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly items?: FieldSchema;
  readonly 'x-ui'?: { readonly widget?: string; readonly help?: string };
  readonly [keyword: string]: unknown;
}

export interface CheckedForm {
  /** Faults of what is there: wrong types, values, characters. Missing fields are no fault yet. */
  draftFaults(fields: Readonly<Record<string, unknown>>): FieldFault[];
  /** Everything that keeps the form from being submitted. */
  submissionFaults(fields: Readonly<Record<string, unknown>>): FieldFault[];
}

/** @throws Error when the schema itself is faulty; the importer reports it with its file. */
export function compileForm(schema: FormSchema): CheckedForm {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, formats: { date: isDate } });
  ajv.addKeyword({ keyword: 'x-ui' });
  ajv.addKeyword({ keyword: 'jpText', type: 'string', errors: true, validate: checkText });
  const prepared = prepare(schema);
  const full = ajv.compile({ ...prepared, $id: undefined });
  const { required: _, ...withoutRequired } = prepared;
  const partial = ajv.compile({ ...withoutRequired, $id: undefined });
  return {
    draftFaults: (fields) => faultsOf(partial, fields),
    submissionFaults: (fields) => faultsOf(full, withoutBlanks(fields)),
  };
}

/** A field that was emptied counts as not there. */
export function withoutBlanks(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const blank = (value: unknown) =>
    value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !blank(value)));
}

/** Texts are measured in characters that a person sees, and must be storable: ajv's own lengths count code points. */
function prepare<S extends FieldSchema | FormSchema>(schema: S): S {
  const properties =
    schema.properties &&
    Object.fromEntries(Object.entries(schema.properties).map(([name, field]) => [name, prepare(field)]));
  const items = 'items' in schema && schema.items ? prepare(schema.items as FieldSchema) : undefined;
  const nested = { ...schema, ...(properties ? { properties } : {}), ...(items ? { items } : {}) };
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
    default:
      return { pointer, code: 'field.invalid', facts: {} };
  }
}
