import type { PlannedChange } from '@fubako/organisation';
import type { FieldSchema, FormSchema } from '../core/form-schema';

/** One file of `forms/`, read and found to be a form. */
export interface PackageForm {
  readonly name: string;
  readonly file: string;
  readonly schema: FormSchema;
  /** Of the canonical JSON: layout and order of keys make no new version. */
  readonly sha256: string;
}

/** The version of a form that holds on the day of the import. */
export interface StoredForm {
  readonly name: string;
  readonly version: number;
  readonly sha256: string;
  readonly schema: FormSchema;
  /** Number of the newest version, which may begin later. */
  readonly newest: number;
}

/** 様式 as they will be after the import: those of the package over those that are stored. */
export class FormRegister {
  private readonly stored: ReadonlyMap<string, StoredForm>;
  private readonly read: ReadonlyMap<string, PackageForm>;

  constructor(
    read: readonly PackageForm[],
    stored: readonly StoredForm[],
    /** Names of files with faults of their own: whoever refers to them is not at fault. */
    private readonly unreadable: ReadonlySet<string>,
  ) {
    this.read = new Map(read.map((form) => [form.name, form]));
    this.stored = new Map(stored.map((form) => [form.name, form]));
  }

  knows(name: string): boolean {
    return this.read.has(name) || this.stored.has(name) || this.unreadable.has(name);
  }

  /** The fields of a form; null when there is no such form or it could not be read. */
  fieldsOf(name: string): Readonly<Record<string, FieldSchema>> | null {
    if (this.unreadable.has(name)) return null;
    return (this.read.get(name) ?? this.stored.get(name))?.schema.properties ?? null;
  }

  /** The same with `form` in it, whatever is stored: what a draft would do. */
  with(form: Omit<PackageForm, 'file'>): FormRegister {
    const file = `forms/${form.name}.json`;
    return new FormRegister([...this.read.values(), { ...form, file }], [...this.stored.values()], this.unreadable);
  }

  /** Forms that say something new, with the version they become: a version that documents were written in never changes. */
  changed(): (PackageForm & { readonly version: number })[] {
    return [...this.read.values()]
      .filter(({ name, sha256 }) => this.stored.get(name)?.sha256 !== sha256)
      .map((form) => ({ ...form, version: (this.stored.get(form.name)?.newest ?? 0) + 1 }));
  }

  changes(): PlannedChange[] {
    return this.changed().map(({ name, file, version, schema }) => {
      const before = this.stored.get(name);
      const at = { file, line: 1, key: `${name}@${version}`, after: schema };
      return before ? { ...at, change: 'changed', before: before.schema } : { ...at, change: 'added' };
    });
  }
}
