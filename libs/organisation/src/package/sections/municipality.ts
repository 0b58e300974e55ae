import { type LocalDate, canonicalBytes } from '@fubako/kernel';
import { type UnitOfWork, sql } from '@fubako/platform/database';
import { z } from 'zod';
import { municipalitySettings } from '../municipality-settings';
import { settingsOn } from '../../data/settings-on';
import type { Faults, Place } from '../fault';
import { type JsonText, readJson } from '../json-text';
import type { PackageFiles } from '../package-files';
import { type PackageContents, type PackageSection, type SectionPlan, VERSIONS_FROM, sectionKey } from '../section';

const FILE = 'municipality.json';

const schema = z.strictObject({
  code: z.string().regex(/^[0-9]{6}$/, '6桁の団体コードを書いてください'),
  name: z.string().min(1).max(100),
  kana: z.string().min(1).max(200),
  nameEn: z.string().min(1).max(200),
  settings: municipalitySettings.default(() => municipalitySettings.parse({})),
});
type MunicipalityValues = z.infer<typeof schema>;

export interface MunicipalityContent {
  /** Null when the file has faults. */
  readonly values: MunicipalityValues | null;
  readonly stored: MunicipalityValues | null;
  readonly codeAt: Place | null;
}

export const MUNICIPALITY = sectionKey<MunicipalityContent>('municipality');

/**
 * Code, names and settings of the municipality itself. Settings that the package leaves out get their defaults written
 * down; other settings become a version of their own (RULE-104), while names change at once.
 */
export class MunicipalitySection implements PackageSection<MunicipalityContent> {
  readonly key = MUNICIPALITY;
  readonly files = [FILE];

  constructor(private readonly uow: UnitOfWork) {}

  async read(files: PackageFiles, faults: Faults, day: LocalDate): Promise<MunicipalityContent> {
    const { stored } = await this.stored(day);
    const json = readJson(FILE, files, faults);
    return { values: json && valuesOf(json, faults), stored, codeAt: json && json.placeOf('/code') };
  }

  async stored(day: LocalDate): Promise<MunicipalityContent> {
    const stored = await this.uow.maybe<MunicipalityValues>(sql`
      select m.code, m.name, m.kana, m.name_en as "nameEn", s.settings
      from organisation.municipality m cross join (${settingsOn(day)}) s`);
    return { values: null, stored, codeAt: null };
  }

  crossCheck(all: PackageContents, faults: Faults): void {
    const { values, stored, codeAt } = all.of(MUNICIPALITY);
    if (!values || !stored || !codeAt || values.code === stored.code) return;
    const message = `団体コード ${values.code} は、このデータベースの団体(${stored.code} ${stored.name})と違います。別の団体には別のデータベースを用意してください。`;
    faults.add(codeAt, 'package.other-municipality', message);
  }

  plan(all: PackageContents): SectionPlan {
    const { values, stored } = all.of(MUNICIPALITY);
    const unchanged = !values || (stored && canonicalBytes(stored).equals(canonicalBytes(values)));
    if (unchanged) return { changes: [], notes: [] };
    const at = { file: FILE, line: 1, key: values.code };
    return {
      changes: [
        stored
          ? { ...at, change: 'changed', before: stored, after: values }
          : { ...at, change: 'added', after: values },
      ],
      notes: [],
    };
  }

  async apply(all: PackageContents): Promise<void> {
    const { values, stored } = all.of(MUNICIPALITY);
    if (!values || this.plan(all).changes.length === 0) return;
    await this.uow.change(sql`
      insert into organisation.municipality (code, name, kana, name_en)
      values (${values.code}, ${values.name}, ${values.kana}, ${values.nameEn})
      on conflict (only_one) do update set code = excluded.code, name = excluded.name, kana = excluded.kana, name_en = excluded.name_en`);
    if (stored && canonicalBytes(stored.settings).equals(canonicalBytes(values.settings))) return;
    await this.uow.change(sql`
      insert into organisation.settings_version (version, valid_from, settings)
      select coalesce(max(version), 0) + 1, ${all.of(VERSIONS_FROM)}, ${JSON.stringify(values.settings)}::jsonb from organisation.settings_version`);
  }
}

/** The file's values with defaults filled in; null when it has faults. */
export function valuesOf(json: JsonText, faults: Faults): MunicipalityValues | null {
  const result = schema.safeParse(json.value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const pointer = issue.path.map((part) => `/${String(part)}`).join('');
    if (issue.code === 'unrecognized_keys') {
      for (const name of issue.keys)
        faults.add(
          json.placeOf(`${pointer}/${name}`),
          'package.unknown-setting',
          `「${name}」という設定はありません。綴りを確かめるか、取り除いてください。`,
        );
    } else {
      const expected =
        issue.code === 'invalid_value' ? `${issue.values.join('、')} のどれかにしてください` : wordsOf(issue);
      faults.add(
        json.placeOf(pointer),
        'package.bad-setting',
        `「${pointer.slice(1).replaceAll('/', ' の ')}」の値が正しくありません。${expected}。`,
      );
    }
  }
  return null;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  boolean: 'true か false',
  number: '数',
  int: '整数',
  string: '「"」で囲んだ文字列',
  array: '[ ] で囲んだ並び',
  object: '{ } で囲んだまとまり',
};

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `${TYPE_WORDS[issue.expected] ?? issue.expected}を書いてください`;
  if (issue.code === 'too_small') return `${issue.minimum}以上(文字列なら${issue.minimum}文字以上)にしてください`;
  if (issue.code === 'too_big') return `${issue.maximum}以下(文字列なら${issue.maximum}文字以下)にしてください`;
  return issue.message;
}
