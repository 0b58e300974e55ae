import { Injectable } from '@nestjs/common';
import type { DocumentRow } from '../data/document.row';
import { MatterTypeRows } from '../data/matter-type-rows';
import { contentOf } from './edit-draft';
import type { ContentInput } from './edited-content';
import { FilingClasses } from './filing-classes';
import { Forms } from './forms';
import { ReferredFields } from './referred-fields';

/** What of an older document a new draft of today can take over. */
@Injectable()
export class CarriedContent {
  constructor(
    private readonly types: MatterTypeRows,
    private readonly forms: Forms,
    private readonly classes: FilingClasses,
    private readonly referred: ReferredFields,
  ) {}

  /** Fields that today's form still takes, and what qualifies the matter; urgency and the day wanted belong to then. */
  async of(row: DocumentRow): Promise<ContentInput> {
    const { fields, attributes } = contentOf(row);
    const { classCode, disclosureClass, disclosureReason, confidentiality, escalations } = attributes;
    const filed = (await this.classes.find([classCode])).has(classCode);
    return {
      fields: await this.stillTaken(row, fields),
      attributes: {
        confidentiality,
        escalations,
        ...(filed ? { classCode, disclosureClass, disclosureReason } : {}),
      },
    };
  }

  private async stillTaken({ matter_type }: DocumentRow, fields: Readonly<Record<string, unknown>>) {
    const type = await this.types.inForce(matter_type);
    if (!type) return fields;
    const { version } = await this.types.currentForm(type.form_name);
    const { schema, check } = await this.forms.get(type.form_name, version);
    const faults = [...check.draftFaults(fields), ...(await this.referred.faults(schema, fields))];
    const refused = new Set(faults.map(({ pointer }) => fieldOf(pointer)));
    return Object.fromEntries(Object.entries(fields).filter(([name]) => !refused.has(name)));
  }
}

/** `/fields/lines/0` is about `lines`. */
const fieldOf = (pointer: string): string => pointer.replace(/^\/fields\//, '').split('/')[0] ?? '';
