import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type SettingsPlan, type SettingValue, leavesOf } from '../core/settings-timeline';
import { type SettingChangeRow, SettingRows } from '../data/setting-rows';
import { refuse } from '../errors';
import { municipalitySettings } from '../package/municipality-settings';
import {
  NAME_KEYS,
  SETTING_CATALOGUE,
  SETTING_KEYS,
  type SettingEntry,
  type SettingKey,
  isSettingKey,
  shapeOf,
} from '../package/setting-catalogue';
import { type Municipality, MunicipalitySettings } from './municipality-settings';
import { ensureMaySeeSettings, mayChangeSettings } from './setting-rights';
import type { SettingChangeList, SettingChangeView, SettingList, SettingView } from './settings.views.dto';

interface Known {
  readonly now: ReadonlyMap<string, SettingValue>;
  readonly plans: readonly SettingsPlan[];
  readonly last: ReadonlyMap<string, SettingChangeRow>;
}

const DEFAULTS = leavesOf(municipalitySettings.parse({}));

/** 設定: what holds, what is planned, and who changed what. */
@Injectable()
export class ReadSettings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: MunicipalitySettings,
    private readonly rows: SettingRows,
  ) {}

  /** @throws DomainError organisation.settings-not-yours */
  list(actor: Actor): Promise<SettingList> {
    ensureMaySeeSettings(actor);
    return this.uow.read(async () => {
      const known: Known = {
        now: leavesOf(namedSettings(await this.settings.municipality())),
        plans: await this.rows.plansAfter(localDateAt(await this.uow.now())),
        last: new Map((await this.rows.latest()).map((row) => [row.setting, row])),
      };
      return {
        items: SETTING_KEYS.map((key) => settingView(key, known)),
        allowed: mayChangeSettings(actor) ? ['change'] : [],
      };
    });
  }

  /** Every change of one setting, the last first. @throws DomainError organisation.settings-not-yours, no-such-setting */
  changes(setting: string, actor: Actor): Promise<SettingChangeList> {
    ensureMaySeeSettings(actor);
    if (!isSettingKey(setting)) throw refuse('organisation.no-such-setting', {});
    return this.uow.read(async () => ({ items: (await this.rows.changesOf(setting)).map(changeView) }));
  }
}

/** The names beside the settings, as the screen has them. */
const namedSettings = ({ name, kana, nameEn, settings }: Municipality): object => ({ name, kana, nameEn, ...settings });

function settingView(key: SettingKey, { now, plans, last }: Known): SettingView {
  const { group, rule, unit }: SettingEntry = SETTING_CATALOGUE[key];
  const value = now.get(key) ?? null;
  const row = last.get(key);
  return {
    key,
    group,
    rule,
    unit: unit ?? null,
    shape: { ...shapeOf(key), options: [...shapeOf(key).options] },
    value,
    byDefault: DEFAULTS.get(key) ?? null,
    planned: NAME_KEYS.includes(key) ? [] : plannedOf(key, value, plans),
    version: row?.id ?? 0,
    changedAt: row?.setAt.toISOString() ?? null,
    changedByName: row?.setByName ?? null,
    hasDays: !NAME_KEYS.includes(key),
  };
}

function plannedOf(key: SettingKey, now: SettingValue, plans: readonly SettingsPlan[]): SettingView['planned'] {
  let before = now;
  return plans.flatMap(({ validFrom, settings }) => {
    const value = leavesOf(municipalitySettings.parse(settings)).get(key) ?? null;
    const same = JSON.stringify(value) === JSON.stringify(before);
    before = value;
    return same ? [] : [{ from: validFrom, value }];
  });
}

const changeView = ({
  id,
  validFrom,
  before,
  after,
  reason,
  setByName,
  setAt,
}: SettingChangeRow): SettingChangeView => ({
  id,
  validFrom,
  before,
  after,
  reason,
  changedByName: setByName,
  changedAt: setAt.toISOString(),
});
