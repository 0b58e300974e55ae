import { diffArrays } from 'diff';
import type { DocumentContent } from './content';
import { type FormSchema, type FieldSchema } from './form-schema';
import { isTable } from './field-kinds';
import { type RowChange, compareRows } from './compare-rows';
import { fieldOrder, textOf } from './form-text';

export interface TextPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface FieldChange {
  readonly name: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Whether the matter type names the field as its substance (要旨): a change asks the sections again (RULE-33). */
  readonly substance: boolean;
  readonly parts: readonly TextPart[];
  /** Of a table, the rows that differ; its `parts` are empty. */
  readonly rows: readonly RowChange[];
}

export interface AttachmentChange {
  readonly change: 'added' | 'removed' | 'reordered';
  readonly fileName: string;
}

const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** DOC-4 Word-level differences: single characters are noise to a reader of Japanese. */
export function compareText(before: string, after: string): TextPart[] {
  const segments = (text: string) => Array.from(words.segment(text), ({ segment }) => segment);
  return diffArrays(segments(before), segments(after)).map((part) => ({
    kind: part.added ? 'added' : part.removed ? 'removed' : 'same',
    text: part.value.join(''),
  }));
}

export function compareFields(
  { schema, substance }: { schema: FormSchema; substance: readonly string[] },
  before: DocumentContent,
  after: DocumentContent,
): FieldChange[] {
  return fieldOrder(schema).flatMap((name) => {
    const field: FieldSchema | undefined = schema.properties[name];
    const [old, fresh] = [textOf(field, before.fields[name]), textOf(field, after.fields[name])];
    if (old === fresh) return [];
    const change = { name, label: field?.title ?? name, before: old || null, after: fresh || null };
    const rows = field && isTable(field) ? compareRows(field, before.fields[name], after.fields[name]) : null;
    const parts = rows ? [] : compareText(old, fresh);
    return [{ ...change, substance: substance.includes(name), parts, rows: rows ?? [] }];
  });
}

export function compareAttachments(before: DocumentContent, after: DocumentContent): AttachmentChange[] {
  const [old, fresh] = [before.attachments, after.attachments];
  const kept = (list: DocumentContent['attachments'], other: DocumentContent['attachments']) =>
    list.filter(({ id }) => other.some((a) => a.id === id));
  const removed = old.filter((a) => !fresh.includes(a) && !fresh.some(({ id }) => id === a.id));
  const added = fresh.filter((a) => !old.some(({ id }) => id === a.id));
  const [oldOrder, freshOrder] = [kept(old, fresh), kept(fresh, old)];
  const reordered = freshOrder.filter((a, index) => oldOrder[index]?.id !== a.id);
  return [
    ...added.map(({ fileName }) => ({ change: 'added' as const, fileName })),
    ...removed.map(({ fileName }) => ({ change: 'removed' as const, fileName })),
    ...reordered.map(({ fileName }) => ({ change: 'reordered' as const, fileName })),
  ];
}
