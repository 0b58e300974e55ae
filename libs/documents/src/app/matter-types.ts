import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import type { MatterTypeRow } from '../data/document.row';
import { MatterTypeRows } from '../data/matter-type-rows';
import type { FormDefinition, MatterTypeView, MatterTypeWithForm } from './documents.view.dto';
import { refuse } from '../errors';

@Injectable()
export class MatterTypes {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: MatterTypeRows,
  ) {}

  all(): Promise<MatterTypeView[]> {
    return this.uow.read(async () => (await this.rows.all()).map(viewOf));
  }

  /** @throws DomainError documents.unknown-matter-type */
  withForm(code: string): Promise<MatterTypeWithForm> {
    return this.uow.read(async () => {
      const row = await this.rows.inForce(code);
      if (!row) throw refuse('documents.unknown-matter-type', { matterType: code });
      const form = await this.rows.currentForm(row.form_name);
      return { ...viewOf(row), form: { name: row.form_name, version: form.version, schema: { ...form.schema } } };
    });
  }

  /** A form in one of its versions: what a document that was begun by it keeps (RULE-100). @throws DomainError documents.unknown-form */
  form(name: string, version: number): Promise<FormDefinition> {
    return this.uow.read(async () => {
      const schema = await this.rows.findForm(name, version);
      if (!schema) throw refuse('documents.unknown-form', { name, version });
      return { name, version, schema: { ...schema } };
    });
  }
}

function viewOf(row: MatterTypeRow): MatterTypeView {
  return {
    code: row.code,
    name: row.name,
    description: row.description,
    execution: row.execution,
    substanceFields: [...row.substance_fields],
  };
}
