/** One operation of the contract, as a test calls it. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly contentType: string;
  readonly parameters: readonly Parameter[];
  /** Whether the answer never ends by itself. */
  readonly streams: boolean;
  /** Schema of the body with its references resolved on the way, or null. */
  readonly body: Schema | null;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly [keyword: string]: unknown;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface RawOperation {
  readonly parameters?: readonly Parameter[];
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

export function operationsOf({ paths }: OpenApi): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses = {} }]) => {
      const [content] = Object.entries(requestBody?.content ?? {});
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        contentType: content?.[0] ?? 'application/json',
        parameters,
        streams: Object.values(responses).some(({ content }) => content?.['text/event-stream']),
        body: content?.[1].schema ?? null,
      };
    }),
  );
}

/** The address with its parameters filled in; ids of nobody where none are given. */
export function addressOf({ path }: Operation, values: Readonly<Record<string, string>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? (name === 'code' ? 'contract' : '01234567-89ab-7def-8123-456789abcdef')),
  );
}
