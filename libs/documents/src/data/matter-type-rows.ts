import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { FormSchema } from '../core/form-schema';
import type { MatterTypeRow } from './document.row';
import { formsOn } from './forms-on';
import { matterTypesOn } from './matter-types-on';

/** A matter type in one of its versions. */
export interface MatterTypeRef {
  readonly code: string;
  readonly version: number;
}

const KNOWN = Symbol('matter types of this unit');

/** Versions of matter types and forms. New drafts take those in force today; documents keep theirs (RULE-100). */
@Injectable()
export class MatterTypeRows {
  private readonly forms = new Map<string, FormSchema>();

  constructor(private readonly uow: UnitOfWork) {}

  /** In force today. */
  async all(): Promise<MatterTypeRow[]> {
    return this.on(await this.today());
  }

  on(day: LocalDate): Promise<MatterTypeRow[]> {
    return this.uow.rows<MatterTypeRow>(sql`select * from (${matterTypesOn(day)}) t order by sort, code`);
  }

  /** Days after `from` up to `until` on which a matter type becomes another. */
  async changeDays(from: LocalDate, until: LocalDate): Promise<LocalDate[]> {
    const rows = await this.uow.rows<{ day: LocalDate }>(sql`
      select distinct valid_from as day from documents.matter_type_version
      where valid_from > ${from} and valid_from <= ${until} order by day`);
    return rows.map(({ day }) => day);
  }

  /** The version in force today. */
  async inForce(code: string): Promise<MatterTypeRow | null> {
    return this.uow.maybe<MatterTypeRow>(
      sql`select * from (${matterTypesOn(await this.today())}) t where code = ${code}`,
    );
  }

  /** Asked once for each unit of work: a bulk decision is about many documents of few types. */
  async find({ code, version }: MatterTypeRef): Promise<MatterTypeRow | null> {
    const known = this.uow.gathered<Map<string, MatterTypeRow>>(KNOWN, () => new Map());
    const key = `${code}@${version}`;
    const row =
      known.get(key) ??
      (await this.uow.maybe<MatterTypeRow>(
        sql`select * from documents.matter_type_version where code = ${code} and version = ${version}`,
      ));
    if (row) known.set(key, row);
    return row;
  }

  /** Of a version that some document has. */
  async form(name: string, version: number): Promise<FormSchema> {
    const schema = await this.findForm(name, version);
    if (!schema) throw new Error(`There is no form ${name}@${version}.`);
    return schema;
  }

  /** A version never changes, so it is read once. */
  async findForm(name: string, version: number): Promise<FormSchema | null> {
    const known = this.forms.get(`${name}@${version}`);
    if (known) return known;
    const row = await this.uow.maybe<{ schema: FormSchema }>(sql`
      select schema from documents.form where name = ${name} and version = ${version}::numeric`);
    if (row) this.forms.set(`${name}@${version}`, row.schema);
    return row?.schema ?? null;
  }

  /** The version in force today. */
  async currentForm(name: string): Promise<{ version: number; schema: FormSchema }> {
    return this.uow.one(sql`select version, schema from (${formsOn(await this.today())}) f where name = ${name}`);
  }

  private async today(): Promise<LocalDate> {
    return localDateAt(await this.uow.now());
  }
}
