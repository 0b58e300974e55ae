import { Injectable } from '@nestjs/common';
import type { FieldFault } from '@fubako/kernel';
import type { DocumentAttributes } from '../core/states';
import type { CheckedForm, FormSchema } from '../core/form-schema';
import type { EditedContent } from '../data/document-rows';
import { refuse } from '../errors';
import { type FilingClassCard, FilingClasses } from './filing-classes';
import { ReferredFields } from './referred-fields';

/** What a drafter sends: the whole map of fields, and the attributes that change. */
export interface ContentInput {
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly attributes?: Partial<DocumentAttributes>;
}

/** Turns input into content that can be stored while drafting, or says what is wrong with it. */
@Injectable()
export class ContentEditor {
  constructor(
    private readonly classes: FilingClasses,
    private readonly referred: ReferredFields,
  ) {}

  /** @throws DomainError documents.invalid-fields, documents.unknown-class */
  async edit(
    current: EditedContent,
    input: ContentInput,
    { schema, check }: { readonly schema: FormSchema; readonly check: CheckedForm },
  ): Promise<EditedContent> {
    const typed = input.fields === undefined ? current.fields : withLineFeeds(input.fields);
    const { fields, faults } = await this.referred.settle(schema, { before: current.fields, after: typed });
    const errors = [...check.draftFaults(fields), ...faults];
    if (errors.length > 0) throw refuse('documents.invalid-fields', { errors });
    const attributes = await this.mergeAttributes(current.attributes, input.attributes ?? {});
    return { title: titleOf(fields), fields, amount: amountOf(fields), attributes };
  }

  private async mergeAttributes(
    current: DocumentAttributes,
    changes: Partial<DocumentAttributes>,
  ): Promise<DocumentAttributes> {
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const wanted: DocumentAttributes = { ...current, ...given };
    // What is not secret has no end of secrecy.
    const merged = wanted.confidentiality === 'none' ? { ...wanted, confidentialUntil: null } : wanted;
    if (merged.classCode === current.classCode) return merged;
    const found = await this.classes.find([merged.classCode]);
    const chosen = found.get(merged.classCode);
    if (!chosen) throw refuse('documents.unknown-class', { classCode: merged.classCode });
    return {
      ...merged,
      disclosureClass: changes.disclosureClass ?? chosen.disclosureClass,
      disclosureReason: changes.disclosureReason ?? presetReason(chosen),
    };
  }
}

/** RULE-66, RULE-10: faults of the attributes that keep a document from being submitted. */
export function attributeFaults(attributes: DocumentAttributes, paperReasons: readonly string[]): FieldFault[] {
  const faults: FieldFault[] = [];
  if (attributes.urgent && !attributes.urgencyReason?.trim())
    faults.push({ pointer: '/attributes/urgencyReason', code: 'form.required' });
  if (attributes.disclosureClass !== 'open' && !attributes.disclosureReason?.trim()) {
    faults.push({ pointer: '/attributes/disclosureReason', code: 'form.required' });
  }
  return [...faults, ...paperFaults(attributes, paperReasons)];
}

/** RULE-11 Paper needs a reason that the municipality knows, and the last of its list, the open one, words of its own. */
function paperFaults(attributes: DocumentAttributes, reasons: readonly string[]): FieldFault[] {
  const { medium, paperReason, paperNote, paperAttachments } = attributes;
  if (medium === 'electronic') return [];
  const missing = (name: string): FieldFault => ({ pointer: `/attributes/${name}`, code: 'form.required' });
  const open = paperReason !== null && paperReason === reasons.at(-1);
  return [
    ...(paperReason !== null && reasons.includes(paperReason) ? [] : [missing('paperReason')]),
    ...(open && !paperNote?.trim() ? [missing('paperNote')] : []),
    ...(medium === 'hybrid' && paperAttachments.length === 0 ? [missing('paperAttachments')] : []),
  ];
}

/** 件名: every form of a municipality package has it as `subject`. */
export function titleOf(fields: Readonly<Record<string, unknown>>): string {
  return typeof fields.subject === 'string' ? fields.subject.trim() : '';
}

/** The amount that the delegation table reads, in yen. */
export function amountOf(fields: Readonly<Record<string, unknown>>): number | null {
  return typeof fields.amount === 'number' && Number.isSafeInteger(fields.amount) ? fields.amount : null;
}

/** Browsers send CR LF; stored text has LF, so that a digest does not depend on who typed it. */
function withLineFeeds(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain = (value: unknown) => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value);
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)]));
}

/** A class that the filing plan does not open carries its ground with it; the drafter may state a better one. */
export function presetReason({ disclosureClass }: FilingClassCard): string | null {
  return disclosureClass === 'open' ? null : 'ファイル基準表の区分による';
}
