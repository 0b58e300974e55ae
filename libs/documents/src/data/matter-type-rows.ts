import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { FormSchema } from '../core/form-schema';
import type { MatterTypeRow } from './document.row';

const KNOWN = Symbol('matter types of this unit');

@Injectable()
export class MatterTypeRows {
  private readonly forms = new Map<string, FormSchema>();

  constructor(private readonly uow: UnitOfWork) {}

  all(): Promise<MatterTypeRow[]> {
    return this.uow.rows<MatterTypeRow>(sql`select * from documents.matter_type order by sort, code`);
  }

  /** Asked once for each unit of work: a bulk decision is about many documents of few types. */
  async find(code: string): Promise<MatterTypeRow | null> {
    const known = this.uow.gathered<Map<string, MatterTypeRow>>(KNOWN, () => new Map());
    const row =
      known.get(code) ??
      (await this.uow.maybe<MatterTypeRow>(sql`select * from documents.matter_type where code = ${code}`));
    if (row) known.set(code, row);
    return row;
  }

  /** A version never changes, so it is read once. */
  async form(name: string, version: number): Promise<FormSchema> {
    const known = this.forms.get(`${name}@${version}`);
    if (known) return known;
    const row = await this.uow.one<{ schema: FormSchema }>(sql`
      select schema from documents.form where name = ${name} and version = ${version}`);
    this.forms.set(`${name}@${version}`, row.schema);
    return row.schema;
  }

  /** The version in force: the newest. */
  currentForm(name: string): Promise<{ version: number; schema: FormSchema }> {
    return this.uow.one(
      sql`select version, schema from documents.form where name = ${name} order by version desc limit 1`,
    );
  }
}
