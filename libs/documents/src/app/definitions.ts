import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import type { FormSchema } from '../core/form-schema';
import { DefinitionRows, type DefinitionVersion } from '../data/definition-rows';
import type { MatterTypeValues } from '../package/matter-types';

/** Versions of forms and matter types for upper libs, which draft and decide on them. Every call is part of the caller's unit of work. */
@Injectable()
export class Definitions {
  constructor(private readonly rows: DefinitionRows) {}

  /** By kind and code, newest version first. */
  all(): Promise<DefinitionVersion[]> {
    return this.rows.all();
  }

  /** Every version of a form, oldest first. */
  async forms(name: string): Promise<{ version: number; content: FormSchema }[]> {
    return (await this.rows.forms(name)).map(({ version, schema }) => ({ version, content: schema }));
  }

  /** Every version of a matter type, oldest first. */
  async matterTypes(code: string): Promise<{ version: number; content: MatterTypeValues }[]> {
    return (await this.rows.matterTypes(code)).map(({ version, values }) => ({ version, content: values }));
  }

  /** A next version that holds from the day on. @returns its number */
  addForm(name: string, schema: FormSchema, from: LocalDate): Promise<number> {
    return this.rows.addForm(name, schema, from);
  }

  /** @returns its number */
  addMatterType(values: MatterTypeValues, from: LocalDate): Promise<number> {
    return this.rows.addMatterType(values, from);
  }
}
