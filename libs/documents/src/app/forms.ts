import { Injectable } from '@nestjs/common';
import { type CheckedForm, type FormSchema, compileForm } from '../core/form-schema';
import { MatterTypeRows } from '../data/matter-type-rows';

/** Forms by name and version, compiled once: a version never changes. */
@Injectable()
export class Forms {
  private readonly compiled = new Map<string, { schema: FormSchema; check: CheckedForm }>();

  constructor(private readonly rows: MatterTypeRows) {}

  async get(name: string, version: number): Promise<{ schema: FormSchema; check: CheckedForm }> {
    const key = `${name}@${version}`;
    const known = this.compiled.get(key);
    if (known) return known;
    const schema = await this.rows.form(name, version);
    const form = { schema, check: compileForm(schema) };
    this.compiled.set(key, form);
    return form;
  }
}
