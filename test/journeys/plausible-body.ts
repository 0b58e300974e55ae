import type { OpenApi, Schema } from './open-api-operations';

/** A body of the shape that the contract asks for, with values that mean nothing: it gets as far as the question of rights. */
export function plausibleBody(contract: OpenApi, schema: Schema | null, depth = 0): unknown {
  const known = resolved(contract, schema);
  if (!known || depth > 5) return {};
  if (known.enum) return known.enum[0];
  const [type] = [known.type].flat();
  if (type === 'array')
    return Number(known.minItems ?? 0) > 0 ? [plausibleBody(contract, known.items ?? null, depth + 1)] : [];
  if (type === 'integer' || type === 'number') return Number(known.minimum ?? 1);
  if (type === 'boolean') return false;
  if (type === 'string') return text(known);
  const required = (known.required ?? []) as readonly string[];
  return Object.fromEntries(
    required.map((name) => [name, plausibleBody(contract, known.properties?.[name] ?? null, depth + 1)]),
  );
}

function text({ format, minLength }: Schema): string {
  if (format === 'uuid') return '01234567-89ab-7def-8123-456789abcdef';
  if (format === 'date') return '2026-05-14';
  if (format === 'date-time') return '2026-05-14T00:00:00Z';
  return 'x'.repeat(Math.max(1, Number(minLength ?? 1)));
}

function resolved({ components }: OpenApi, schema: Schema | null): Schema | undefined {
  if (!schema) return undefined;
  const reference = schema.$ref ?? ((schema.allOf ?? schema.anyOf ?? schema.oneOf) as Schema[] | undefined)?.[0]?.$ref;
  return reference ? components.schemas[reference.replace('#/components/schemas/', '')] : schema;
}
