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
  readonly required?: readonly string[];
  readonly 'x-ui'?: {
    readonly widget?: string;
    readonly help?: string;
    /** The label for readers of English; paper and index keep the Japanese one. */
    readonly titleEn?: string;
    readonly order?: readonly string[];
    /** Whether it names whom the matter is about (相手方), by which the search finds it; where nothing is said its name tells. */
    readonly counterparty?: boolean;
    /** Of a column of a table: whether its foot shows the sum; money has one unless `false` (単価). */
    readonly sum?: boolean;
    /** Of a choice: how its choices are read, to find them. */
    readonly readings?: Readonly<Record<string, string>>;
    /** Of a choice: the number series of what is chosen (NUM-14). */
    readonly series?: Readonly<Record<string, string>>;
  };
  readonly [keyword: string]: unknown;
}
