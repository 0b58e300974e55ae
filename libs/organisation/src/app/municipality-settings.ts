import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import { settingsOn } from '../data/settings-on';
import { refuse } from '../errors';
import type { MunicipalitySettingValues } from '../package/municipality-settings';
import { writtenSettings } from '../package/written-settings';

export interface Municipality {
  /** 団体コード, six digits. */
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly nameEn: string;
  readonly settings: MunicipalitySettingValues;
}

/** 設定 as they hold from a day on. */
export interface SettingsVersion {
  readonly version: number;
  readonly validFrom: LocalDate;
  readonly settings: MunicipalitySettingValues;
}

/** As the database keeps a version: its settings as one text. */
type WrittenVersion = Omit<SettingsVersion, 'settings'> & { readonly settings: string };

const KNOWN = Symbol('settings of this unit');

/** The municipality that this database serves, and the points on which it differs from others. */
@Injectable()
export class MunicipalitySettings {
  constructor(private readonly uow: UnitOfWork) {}

  /** Those in force today. Call inside a unit of work. @throws DomainError organisation.no-municipality before the first import */
  async current(): Promise<MunicipalitySettingValues> {
    return (await this.on(await this.today())).settings;
  }

  /** Those in force on `day`. Call inside a unit of work. @throws DomainError organisation.no-municipality before the first import */
  async on(day: LocalDate): Promise<SettingsVersion> {
    return this.once(
      `day ${day}`,
      sql`select version, valid_from as "validFrom", settings::text from (${settingsOn(day)}) s`,
    );
  }

  /** Those that a running case keeps (RULE-104). Call inside a unit of work. */
  async version(version: number): Promise<SettingsVersion> {
    // Most cases keep the settings of today.
    const same = [...this.known().values()].find((one) => one.version === version);
    if (same) return same;
    return this.once(
      `version ${version}`,
      sql`select version, valid_from as "validFrom", settings::text from organisation.settings_version where version = ${version}`,
    );
  }

  /** Call inside a unit of work. @throws DomainError organisation.no-municipality before the first import */
  async municipality(): Promise<Municipality> {
    const row = await this.uow.maybe<Omit<Municipality, 'settings'>>(
      sql`select code, name, kana, name_en as "nameEn" from organisation.municipality`,
    );
    if (!row) throw refuse('organisation.no-municipality', {});
    return { ...row, settings: await this.current() };
  }

  /** Asked once for each unit of work: one act looks at them from many sides. Only an import changes them, and reads none. */
  private async once(key: string, statement: Sql): Promise<SettingsVersion> {
    const known = this.known();
    const settings = known.get(key) ?? this.read(await this.uow.maybe<WrittenVersion>(statement));
    known.set(key, settings);
    return settings;
  }

  private known(): Map<string, SettingsVersion> {
    return this.uow.gathered(KNOWN, () => new Map());
  }

  private read(row: WrittenVersion | null): SettingsVersion {
    if (!row) throw refuse('organisation.no-municipality', {});
    return { ...row, settings: writtenSettings(row.settings) };
  }

  private async today(): Promise<LocalDate> {
    return localDateAt(await this.uow.now());
  }
}
