import { Injectable } from '@nestjs/common';
import { type LocalDate, canonicalBytes, sha256Hex } from '@fubako/kernel';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import type { FormSchema } from '../core/form-schema';
import type { MatterTypeValues } from '../package/matter-types';
import { insertForms, insertMatterTypes } from './new-definitions.sql';

export const DEFINITION_KINDS = ['form', 'matter_type'] as const;
/** 様式, 事案の種類 */
export type DefinitionKind = (typeof DEFINITION_KINDS)[number];

export interface DefinitionVersion {
  readonly kind: DefinitionKind;
  readonly code: string;
  readonly version: number;
  readonly validFrom: LocalDate;
  readonly name: string;
  /** Documents that are being drafted or are under way and keep it (RULE-104). */
  readonly openDocuments: number;
}

const OPEN = sql`array['drafting', 'circulating', 'returned', 'pulled_back']`;

/** Forms and matter types in all their versions: what was published never changes, a new one is added (ADR 0026). */
@Injectable()
export class DefinitionRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** By kind and code, newest version first. Counted as the office: definitions are for all documents. */
  all(): Promise<DefinitionVersion[]> {
    return this.uow.rows<DefinitionVersion>(
      asOffice(sql`
      select 'form' as kind, f.name as code, f.version, f.valid_from as "validFrom", coalesce(f.schema ->> 'title', f.name) as name,
        (select count(*)::int from documents.document d
         where d.form_name = f.name and d.form_version = f.version and d.state = any(${OPEN})) as "openDocuments", 0 as sort
      from documents.form f
      union all
      select 'matter_type', t.code, t.version, t.valid_from, t.name,
        (select count(*)::int from documents.document d
         where d.matter_type = t.code and d.matter_type_version = t.version and d.state = any(${OPEN})), t.sort
      from documents.matter_type_version t
      order by kind, sort, code, version desc`),
    );
  }

  /** Of a form, oldest version first. */
  async forms(name: string): Promise<{ version: number; schema: FormSchema }[]> {
    return this.uow.rows(sql`select version, schema from documents.form where name = ${name} order by version`);
  }

  /** Of a matter type, oldest version first, named as in `matter_types.csv`. */
  async matterTypes(code: string): Promise<{ version: number; values: MatterTypeValues }[]> {
    const rows = await this.uow.rows<{ version: number } & MatterTypeValues>(sql`
      select version, code, name, description, form_name as form, default_class_code, default_series_code, review, execution,
        substance_fields, sort
      from documents.matter_type_version where code = ${code} order by version`);
    return rows.map(({ version, ...values }) => ({ version, values }));
  }

  /** @returns the number of the new version */
  async addForm(name: string, schema: FormSchema, from: LocalDate): Promise<number> {
    await this.lock();
    const { version } = await this.uow.one<{ version: number }>(
      sql`select coalesce(max(version), 0) + 1 as version from documents.form where name = ${name}`,
    );
    const row = { name, version, schema, sha256: sha256Hex(canonicalBytes(schema)) };
    await this.uow.change(insertForms(JSON.stringify([row]), from));
    return version;
  }

  /** @returns the number of the new version */
  async addMatterType(values: MatterTypeValues, from: LocalDate): Promise<number> {
    await this.lock();
    await this.uow.change(insertMatterTypes(JSON.stringify([values]), from));
    const { version } = await this.uow.one<{ version: number }>(
      sql`select max(version) as version from documents.matter_type_version where code = ${values.code}`,
    );
    return version;
  }

  /** Numbers of versions are given once. */
  private async lock(): Promise<void> {
    await this.uow.rows(sql`select pg_advisory_xact_lock(hashtextextended('documents.definitions', 0))`);
  }
}
