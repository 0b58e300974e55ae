import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { refuse } from '../errors';
import { type MunicipalitySettingValues, municipalitySettings } from '../package/municipality-settings';

export interface Municipality {
  /** 団体コード, six digits. */
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly nameEn: string;
  readonly settings: MunicipalitySettingValues;
}

/** The municipality that this database serves, and the points on which it differs from others. */
@Injectable()
export class MunicipalitySettings {
  constructor(private readonly uow: UnitOfWork) {}

  /** Call inside a unit of work. @throws DomainError organisation.no-municipality before the first import */
  async current(): Promise<MunicipalitySettingValues> {
    return (await this.municipality()).settings;
  }

  /** Call inside a unit of work. @throws DomainError organisation.no-municipality before the first import */
  async municipality(): Promise<Municipality> {
    const row = await this.uow.maybe<Municipality>(
      sql`select code, name, kana, name_en as "nameEn", settings from organisation.municipality`,
    );
    if (!row) throw refuse('organisation.no-municipality', {});
    // Settings that a newer build brought get their defaults until the next import.
    return { ...row, settings: municipalitySettings.parse(row.settings) };
  }
}
