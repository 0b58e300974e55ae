/** Names of the {placeholders} of a message. `{n?one:many}` picks by the number without printing it. */
export type PlaceholdersOf<S extends string> = S extends `${string}{${infer Inner}}${infer Rest}`
  ? (Inner extends `${infer Name}?${string}` ? Name : Inner) | PlaceholdersOf<Rest>
  : never;

export type MessageValues = Readonly<Record<string, string | number>>;

const placeholder = /\{(\w+)(?:\?([^:}]*):([^}]*))?\}/g;

/** Fills a message; an unknown placeholder stays visible so that it is noticed, it never throws. */
export function formatMessage(message: string, values: MessageValues = {}): string {
  return message.replace(placeholder, (whole, ...[name, one, many]: [string, string?, string?]) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (one === undefined) return typeof value === 'number' ? value.toLocaleString('en-US') : value;
    return Number(value) === 1 ? one : (many ?? '');
  });
}
