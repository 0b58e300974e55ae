import { type LocalDate, canonicalBytes, localDateAt } from '@fubako/kernel';
import { type UnitOfWork, sql } from '@fubako/platform/database';
import { z } from 'zod';
import { type MunicipalitySettingValues, RETIRED_SETTINGS, municipalitySettings } from '../municipality-settings';
import { expectationOf } from '../setting-words';
import { settingsOn } from '../../data/settings-on';
import { Faults, type Place, type Words } from '../fault';
import { type JsonText, readJson } from '../json-text';
import type { PackageFiles } from '../package-files';
import {
  IMPORTED_BECAUSE,
  IMPORTED_BY,
  type PackageContents,
  type PackageSection,
  type SectionPlan,
  VERSIONS_FROM,
  sectionKey,
} from '../section';
import { carriedOn, differencesOf } from '../../core/settings-timeline';
import { SettingRows } from '../../data/setting-rows';

const FILE = 'municipality.json';

/** The one check of settings and names, for files and for what is typed. */
export const municipalitySchema = z.strictObject({
  code: z.string().regex(/^[0-9]{6}$/, 'municipality-code'),
  name: z.string().min(1).max(100),
  kana: z.string().min(1).max(200),
  nameEn: z.string().min(1).max(200),
  settings: municipalitySettings.default(() => municipalitySettings.parse({})),
});
type MunicipalityValues = z.infer<typeof municipalitySchema>;

export interface MunicipalityContent {
  /** Null when the file has faults. */
  readonly values: MunicipalityValues | null;
  readonly stored: MunicipalityValues | null;
  readonly codeAt: Place | null;
  /** Settings of the file that are passed over. */
  readonly retired: readonly string[];
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
    const retired = RETIRED_SETTINGS.filter((name) => json && name in settingsIn(json.value));
    return { values: json && valuesOf(json, faults), stored, codeAt: json && json.placeOf('/code'), retired };
  }

  async stored(day: LocalDate): Promise<MunicipalityContent> {
    const stored = await this.uow.maybe<MunicipalityValues>(sql`
      select m.code, m.name, m.kana, m.name_en as "nameEn", s.settings
      from organisation.municipality m cross join (${settingsOn(day)}) s`);
    return { values: null, stored, codeAt: null, retired: [] };
  }

  crossCheck(all: PackageContents, faults: Faults): void {
    const { values, stored, codeAt } = all.of(MUNICIPALITY);
    if (!values || !stored || !codeAt || values.code === stored.code) return;
    faults.add(codeAt, 'package.other-municipality', {
      ja: `団体コード ${values.code} は、このデータベースの団体(${stored.code} ${stored.name})と違います。別の団体には別のデータベースを用意してください。`,
      en: `Code ${values.code} is not that of the municipality of this database (${stored.code} ${stored.nameEn}). Another municipality needs a database of its own.`,
    });
  }

  plan(all: PackageContents): SectionPlan {
    const { values, stored, retired } = all.of(MUNICIPALITY);
    const notes = retired.map(retiredNote);
    const unchanged = !values || (stored && canonicalBytes(stored).equals(canonicalBytes(values)));
    if (unchanged) return { changes: [], notes };
    const at = { file: FILE, line: 1, key: values.code };
    return {
      changes: [
        stored
          ? { ...at, change: 'changed', before: stored, after: values }
          : { ...at, change: 'added', after: values },
      ],
      notes,
    };
  }

  async apply(all: PackageContents): Promise<void> {
    const { values, stored } = all.of(MUNICIPALITY);
    if (!values || this.plan(all).changes.length === 0) return;
    await this.uow.change(sql`
      insert into organisation.municipality (code, name, kana, name_en)
      values (${values.code}, ${values.name}, ${values.kana}, ${values.nameEn})
      on conflict (only_one) do update set code = excluded.code, name = excluded.name, kana = excluded.kana, name_en = excluded.name_en`);
    await this.applySettings(values, stored, all);
  }

  /** SET-3 SET-5 A version from the day on, and of planned days what goes on; every change by its name. */
  private async applySettings(
    values: MunicipalityValues,
    stored: MunicipalityValues | null,
    all: PackageContents,
  ): Promise<void> {
    const rows = new SettingRows(this.uow);
    const validFrom = all.of(VERSIONS_FROM);
    if (!stored) return rows.addVersion({ validFrom, settings: values.settings });
    const { settings, ...names } = stored;
    const before = municipalitySettings.parse(settings);
    const { settings: after, ...newNames } = values;
    const changes = differencesOf(before, after);
    const plans = carriedOn(changes, before, await rows.plansAfter(validFrom));
    if (changes.length > 0) for (const plan of [{ validFrom, settings: after }, ...plans]) await rows.addVersion(plan);
    const made = { by: all.of(IMPORTED_BY), reason: all.of(IMPORTED_BECAUSE) };
    await rows.addChanges(changes, { ...made, from: validFrom });
    await rows.addChanges(differencesOf(names, newNames), { ...made, from: localDateAt(await this.uow.now()) });
  }
}

const settingsIn = (value: unknown): object => {
  const { settings } = Object(value) as { settings?: unknown };
  return Object(settings) as object;
};

const retiredNote = (name: string): Words => ({
  ja: `${FILE}: 「${name}」という設定はなくなりました。取り込みません。`,
  en: `${FILE}: “${name}” is no setting any more. It is passed over.`,
});

/** What a package says of settings; null when its file cannot be read, which is the fault of its own section. */
export function settingsOf(files: PackageFiles): MunicipalitySettingValues | null {
  const unsaid = new Faults();
  const json = readJson(FILE, files, unsaid);
  return json && (valuesOf(json, unsaid)?.settings ?? null);
}

/** The file's values with defaults filled in; null when it has faults. */
export function valuesOf(json: JsonText, faults: Faults): MunicipalityValues | null {
  const result = municipalitySchema.safeParse(withoutRetired(json.value));
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const pointer = issue.path.map((part) => `/${String(part)}`).join('');
    if (issue.code === 'unrecognized_keys') {
      for (const name of issue.keys)
        faults.add(json.placeOf(`${pointer}/${name}`), 'package.unknown-setting', {
          ja: `「${name}」という設定はありません。綴りを確かめるか、取り除いてください。`,
          en: `There is no setting “${name}”. Check its spelling or take it out.`,
        });
    } else {
      const { ja, en } = expectationOf(issue);
      faults.add(json.placeOf(pointer), 'package.bad-setting', {
        ja: `「${pointer.slice(1).replaceAll('/', ' の ')}」の値が正しくありません。${ja}。`,
        en: `The value of “${pointer.slice(1).replaceAll('/', '.')}” is not right. ${en}.`,
      });
    }
  }
  return null;
}

/** The same without settings that are none any more; whatever else it is stays for the schema. */
function withoutRetired(value: unknown): unknown {
  if (!RETIRED_SETTINGS.some((name) => name in settingsIn(value))) return value;
  const kept = Object.entries(settingsIn(value)).filter(([name]) => !RETIRED_SETTINGS.includes(name));
  return { ...Object(value), settings: Object.fromEntries(kept) } as unknown;
}
