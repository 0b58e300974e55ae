import type { DisclosureClass, Confidentiality, Document, DocumentAttributes, DraftBody } from '../../shared/api/types';
import { escalationNames } from '../../shared/acts/escalations';
import type { FieldSpec } from '../../shared/form/field-spec';
import { rawValues, type RawValues } from '../../shared/form/raw-values';
import { readFields, type FieldError } from '../../shared/form/read-fields';
import { formatDay } from '../../shared/wareki/format';
import { parseDate } from '../../shared/wareki/parse';

/** Attributes as the inputs hold them; '' is "not chosen yet", which leaves the choice to the server. */
export interface RawAttributes {
  classCode: string;
  disclosureClass: DisclosureClass | '';
  disclosureReason: string;
  confidentiality: Confidentiality;
  confidentialUntil: string;
  urgent: boolean;
  urgencyReason: string;
  dueOn: string;
  escalations: DocumentAttributes['escalations'];
  medium: DocumentAttributes['medium'];
  paperReason: string;
  paperNote: string;
  /** One name a line. */
  paperAttachments: string;
}

export interface DraftValues {
  fields: RawValues;
  attributes: RawAttributes;
}

/** RULE-11 What lies on paper beside the electronic matter. */
const rawPaper = (stored?: DocumentAttributes) => ({
  medium: stored?.medium ?? ('electronic' as const),
  paperReason: stored?.paperReason ?? '',
  paperNote: stored?.paperNote ?? '',
  paperAttachments: (stored?.paperAttachments ?? []).join('\n'),
});

const rawAttributes = (stored?: DocumentAttributes): RawAttributes => ({
  classCode: stored?.classCode ?? '',
  disclosureClass: stored?.disclosureClass ?? '',
  disclosureReason: stored?.disclosureReason ?? '',
  confidentiality: stored?.confidentiality ?? 'none',
  confidentialUntil: stored?.confidentialUntil ? formatDay(stored.confidentialUntil, 'ja') : '',
  urgent: stored?.urgent ?? false,
  urgencyReason: stored?.urgencyReason ?? '',
  dueOn: stored?.dueOn ? formatDay(stored.dueOn, 'ja') : '',
  escalations: stored?.escalations ?? [],
  ...rawPaper(stored),
});

/** What the inputs show for a stored draft, or for a new one. */
export const draftValues = (specs: readonly FieldSpec[], document: Document | null): DraftValues => ({
  fields: rawValues(specs, document?.fields ?? {}),
  attributes: rawAttributes(document?.attributes),
});

export interface ReadDraft {
  readonly body: DraftBody & { fields: Record<string, unknown>; attributes: Partial<DocumentAttributes> };
  readonly errors: readonly FieldError[];
}

const orNull = (text: string) => (text.trim() === '' ? null : text);

function readAttributes(raw: RawAttributes, { today, dueLabel = '', secrecyLabel = '' }: DraftReading) {
  const errors: FieldError[] = [];
  const day = (name: 'dueOn' | 'confidentialUntil', label: string): string | null => {
    const read = raw[name].trim() === '' ? null : parseDate(raw[name], today);
    if (read && !read.ok) {
      const code = read.error === 'unreadable' ? 'not-a-date' : 'no-such-day';
      errors.push({ path: `attributes.${name}`, label, code });
    }
    return read?.ok ? read.iso : null;
  };
  const attributes: Partial<DocumentAttributes> = {
    ...(raw.classCode ? { classCode: raw.classCode } : {}),
    ...(raw.disclosureClass ? { disclosureClass: raw.disclosureClass } : {}),
    disclosureReason: orNull(raw.disclosureReason),
    confidentiality: raw.confidentiality,
    confidentialUntil: raw.confidentiality === 'none' ? null : day('confidentialUntil', secrecyLabel),
    urgent: raw.urgent,
    urgencyReason: raw.urgent ? orNull(raw.urgencyReason) : null,
    dueOn: day('dueOn', dueLabel),
    escalations: escalationNames.filter((name) => raw.escalations.includes(name)),
    ...readMedium(raw),
  };
  return { attributes, errors };
}

/** What is electronic has no reason for paper. */
function readMedium({ medium, paperReason, paperNote, paperAttachments }: RawAttributes) {
  if (medium === 'electronic') return { medium, paperReason: null, paperNote: null, paperAttachments: [] };
  const names = paperAttachments.split('\n').map((name) => name.trim());
  return {
    medium,
    paperReason: orNull(paperReason),
    paperNote: orNull(paperNote),
    paperAttachments: names.filter((name) => name !== ''),
  };
}

export interface DraftReading {
  readonly today: string;
  /** How an error names the day wanted. */
  readonly dueLabel?: string;
  /** How an error names the end of the secrecy. */
  readonly secrecyLabel?: string;
}

/** What can be saved of what is typed, and what cannot, with input names as the form uses them ('fields.amount'). */
export function readDraft(specs: readonly FieldSpec[], values: DraftValues, reading: DraftReading): ReadDraft {
  const { fields, errors } = readFields(specs, values.fields, { today: reading.today, prefix: 'fields.' });
  const read = readAttributes(values.attributes, reading);
  return { body: { fields, attributes: read.attributes }, errors: [...errors, ...read.errors] };
}

/** '/fields/expectedEffect/hoursSaved' is the input 'fields.expectedEffect.hoursSaved'. */
export const inputName = (pointer: string): string => pointer.replace(/^\//u, '').replaceAll('/', '.');
