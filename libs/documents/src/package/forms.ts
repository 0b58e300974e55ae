import { type LocalDate, canonicalBytes, sha256Hex } from '@fubako/kernel';
import {
  type Faults,
  type PackageContents,
  type PackageFiles,
  type PackageSection,
  type SectionPlan,
  VERSIONS_FROM,
  readJson,
  sectionKey,
  wholeFile,
} from '@fubako/organisation';
import { type UnitOfWork, sql } from '@fubako/platform/database';
import type { FormSchema } from '../core/form-schema';
import { formsOn } from '../data/forms-on';
import { insertForms } from '../data/new-definitions.sql';
import { formFaults } from './form-faults';
import { FormRegister, type PackageForm, type StoredForm } from './form-register';

const FOLDER = 'forms/';
const FILE = /^forms\/([0-9A-Za-z][0-9A-Za-z._-]{0,39})\.json$/;

export const FORMS = sectionKey<FormRegister>('forms');

/** 様式: every `forms/<name>.json` is the form `name`; new content becomes its next version. */
export class FormsSection implements PackageSection<FormRegister> {
  readonly key = FORMS;
  readonly files = [FOLDER];

  constructor(private readonly uow: UnitOfWork) {}

  async read(files: PackageFiles, faults: Faults, day: LocalDate): Promise<FormRegister> {
    const stored = await this.storedOn(day);
    const unreadable = new Set<string>();
    const read = files.names(FOLDER).flatMap((file) => {
      const form = readForm(file, files, faults);
      if (form === null) unreadable.add(nameOf(file) ?? file);
      return form ?? [];
    });
    return new FormRegister(read, stored, unreadable);
  }

  async stored(day: LocalDate): Promise<FormRegister> {
    return new FormRegister([], await this.storedOn(day), new Set());
  }

  crossCheck(): void {}

  plan(all: PackageContents): SectionPlan {
    return { changes: all.of(FORMS).changes(), notes: [] };
  }

  async apply(all: PackageContents): Promise<void> {
    const forms = all.of(FORMS).changed();
    if (forms.length === 0) return;
    const rows = JSON.stringify(forms.map(({ name, version, schema, sha256 }) => ({ name, version, schema, sha256 })));
    await this.uow.change(insertForms(rows, all.of(VERSIONS_FROM)));
  }

  private storedOn(day: LocalDate): Promise<StoredForm[]> {
    return this.uow.rows<StoredForm>(sql`
      select f.name, f.version, f.sha256, f.schema, (select max(version) from documents.form n where n.name = f.name) as newest
      from (${formsOn(day)}) f`);
  }
}

function nameOf(file: string): string | null {
  return FILE.exec(file)?.[1] ?? null;
}

/** Null when the file is no form, which becomes faults. */
function readForm(file: string, files: PackageFiles, faults: Faults): PackageForm | null {
  const name = nameOf(file);
  if (name === null) {
    faults.add(wholeFile(file), 'package.bad-code', {
      ja: '様式のファイル名は「forms/様式名.json」とし、様式名は半角の英数字と「-」「_」「.」で40文字までにしてください。',
      en: 'Call the file of a form forms/name.json, its name having at most 40 letters, digits, “-”, “_” and “.”.',
    });
    return null;
  }
  const text = readJson(file, files, faults);
  if (text === null) return null;
  const found = formFaults(text.value);
  for (const { pointer, code, words } of found) faults.add(text.placeOf(pointer), code, words);
  if (found.length > 0) return null;
  return { name, file, schema: text.value as FormSchema, sha256: sha256Hex(canonicalBytes(text.value)) };
}
