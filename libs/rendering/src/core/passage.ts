export type Align = 'left' | 'center' | 'right';

export interface TableColumn {
  readonly heading: string;
  /** Share of the width; shares are relative to each other. */
  readonly share: number;
  readonly align?: Align;
}

/**
 * A piece of running text. Line breaks typed by the author are kept; a paragraph is indented only as far as it was typed.
 * Neighbouring `field`s share one label column, as in a form (記).
 */
export type Passage =
  | { readonly kind: 'paragraph'; readonly text: string; readonly align?: Align }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  | { readonly kind: 'table'; readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'page-break' };
