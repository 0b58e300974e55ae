import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { FormSchema } from '../core/form-schema';
import type { MatterTypeRow } from './document.row';

@Injectable()
export class MatterTypeRows {
  constructor(private readonly uow: UnitOfWork) {}

  all(): Promise<MatterTypeRow[]> {
    return this.uow.rows<MatterTypeRow>(sql`select * from documents.matter_type order by sort, code`);
  }

  find(code: string): Promise<MatterTypeRow | null> {
    return this.uow.maybe<MatterTypeRow>(sql`select * from documents.matter_type where code = ${code}`);
  }

  async form(name: string, version: number): Promise<FormSchema> {
    const row = await this.uow.one<{ schema: FormSchema }>(sql`
      select schema from documents.form where name = ${name} and version = ${version}`);
    return row.schema;
  }

  /** The version in force: the newest. */
  currentForm(name: string): Promise<{ version: number; schema: FormSchema }> {
    return this.uow.one(
      sql`select version, schema from documents.form where name = ${name} order by version desc limit 1`,
    );
  }
}
