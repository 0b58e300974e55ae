import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { withValue } from '../core/settings-timeline';
import { SettingRows } from '../data/setting-rows';
import { refuse } from '../errors';
import type { Words } from '../package/fault';
import { PackageFiles } from '../package/package-files';
import { MUNICIPALITY, municipalitySchema } from '../package/sections/municipality';
import { NAME_KEYS, type SettingKey, isSettingKey } from '../package/setting-catalogue';
import { expectationOf } from '../package/setting-words';
import { ImportMunicipality } from './import-municipality';
import { MunicipalitySettings } from './municipality-settings';
import { OrganisationSections } from './organisation-sections';
import { ensureMayChangeSettings } from './setting-rights';

export interface SettingWish {
  readonly setting: string;
  readonly value: unknown;
  /** Null: from today. */
  readonly validFrom: LocalDate | null;
  readonly reason: string;
  /** The version that was in view. */
  readonly version: number;
}

const FILE = 'municipality.json';

/** SET-1 One setting becomes another: by the importer, as if `municipality.json` came alone with this value changed. */
@Injectable()
export class ChangeSetting {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: MunicipalitySettings,
    private readonly importer: ImportMunicipality,
    private readonly sections: OrganisationSections,
    private readonly rows: SettingRows,
  ) {}

  /** @throws DomainError organisation.settings-not-yours */
  ensureMay(actor: Actor): void {
    ensureMayChangeSettings(actor);
  }

  /**
   * @throws DomainError organisation.settings-not-yours, no-such-setting, setting-changed-meanwhile, setting-refused,
   * setting-is-so, valid-from-is-past
   */
  async run({ setting, value, validFrom, reason, version }: SettingWish, actor: Actor): Promise<void> {
    ensureMayChangeSettings(actor);
    if (!isSettingKey(setting)) throw refuse('organisation.no-such-setting', {});
    await this.uow.run(async () => {
      await this.importer.oneAtATime();
      if ((await this.rows.versionOf(setting)) !== version) throw refuse('organisation.setting-changed-meanwhile', {});
      const day = validFrom ?? localDateAt(await this.uow.now());
      const text = JSON.stringify(await this.whole(setting, value, day));
      const request = {
        files: PackageFiles.of({ [FILE]: text }),
        dryRun: false,
        by: actor.staffNo,
        validFrom: day,
        reason,
        told: { kind: 'organisation.setting-changed', facts: { setting } },
      };
      const report = await this.importer.transfer(
        request,
        this.sections.all.filter(({ key }) => key === MUNICIPALITY),
      );
      const [fault] = report.faults;
      if (fault) throw refused({ ja: trimmed(fault.message), en: trimmed(fault.english) });
      if (!report.applied) throw refuse('organisation.setting-is-so', {});
    });
  }

  /** The whole file with this value in it. @throws DomainError organisation.setting-refused */
  private async whole(setting: SettingKey, value: unknown, day: LocalDate): Promise<object> {
    const { settings: _, ...names } = await this.settings.municipality();
    const { settings } = await this.settings.on(day);
    const file = NAME_KEYS.includes(setting)
      ? { ...names, settings, [setting]: value }
      : { ...names, settings: withValue(settings, setting, value) };
    const issue = municipalitySchema.safeParse(file).error?.issues[0];
    if (issue) throw refused(expectationOf(issue));
    return file;
  }
}

/** The sentence goes on in a problem, which ends it. */
const trimmed = (sentence: string): string => sentence.replace(/[。.]$/, '');

const refused = (words: Words) =>
  refuse('organisation.setting-refused', {
    errors: [{ pointer: '/value', code: 'organisation.setting-value', facts: { words } }],
  });
