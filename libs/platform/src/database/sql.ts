/** A statement with its parameters apart: values never become text. Only {@link sql} and {@link joinSql} make one. */
export class Sql {
  constructor(
    readonly text: string,
    readonly values: readonly unknown[],
    /** Whether it runs as the office, whoever asks ({@link asOffice}). */
    readonly ofOffice = false,
  ) {}
}

/**
 * A statement of the office itself, which sees every row (ADR 0037): what must be so whoever asks, and tells the person who asks
 * nothing of it. Each use says why. Spliced into another statement it is a statement like any other.
 */
export const asOffice = ({ text, values }: Sql): Sql => new Sql(text, values, true);

/**
 * Builds a parameterised statement: every `${value}` becomes `$n`; a nested {@link Sql} is spliced in with its own values.
 * There is no way to splice a bare string, so nothing a person typed can become SQL.
 */
export function sql(parts: TemplateStringsArray, ...inputs: readonly unknown[]): Sql {
  const values: unknown[] = [];
  let text = parts[0] ?? '';
  inputs.forEach((input, index) => {
    if (input instanceof Sql) {
      const shift = values.length;
      text += input.text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + shift}`);
      values.push(...input.values);
    } else {
      values.push(input);
      text += `$${values.length}`;
    }
    text += parts[index + 1] ?? '';
  });
  return new Sql(text, values);
}

/** Joins conditions or list members; an empty list needs a `whenEmpty` that is valid in its place. */
export function joinSql(items: readonly Sql[], separator: ' and ' | ' or ' | ', ', whenEmpty: Sql): Sql {
  const [first, ...rest] = items;
  if (!first) return whenEmpty;
  const glue: Record<string, (a: Sql, b: Sql) => Sql> = {
    ' and ': (a, b) => sql`${a} and ${b}`,
    ' or ': (a, b) => sql`${a} or ${b}`,
    ', ': (a, b) => sql`${a}, ${b}`,
  };
  const join = glue[separator];
  return join ? rest.reduce(join, first) : first;
}
