import { ApiProperty } from '@nestjs/swagger';
import type { SettingValue } from '../core/settings-timeline';
import {
  SETTING_GROUPS,
  SETTING_KEYS,
  SETTING_KINDS,
  SETTING_UNITS,
  type SettingGroup,
  type SettingKey,
  type SettingShape,
  type SettingUnit,
} from '../package/setting-catalogue';

/** What a setting may hold. */
export const VALUE_SCHEMA = {
  oneOf: [
    { type: 'boolean' as const },
    { type: 'number' as const },
    { type: 'string' as const },
    { type: 'array' as const, items: { type: 'string' as const } },
  ],
  nullable: true,
};

export class SettingPlanView {
  /** Day from which it holds. */
  from: string;
  @ApiProperty(VALUE_SCHEMA)
  value: SettingValue;
}

export class SettingShapeView {
  @ApiProperty({ enum: SETTING_KINDS })
  kind: SettingShape['kind'];
  /** Values of a choice. */
  options: string[];
  /** Of a number; of texts and choices, how many of them. */
  least: number | null;
  most: number | null;
  /** Characters of a text. */
  longest: number | null;
  mayBeEmpty: boolean;
}

/** 設定: one point on which municipalities differ. */
export class SettingView {
  @ApiProperty({ enum: SETTING_KEYS })
  key: SettingKey;
  @ApiProperty({ enum: SETTING_GROUPS })
  group: SettingGroup;
  /** Of the domain reference. */
  rule: string | null;
  @ApiProperty({ enum: SETTING_UNITS, nullable: true })
  unit: SettingUnit | null;
  shape: SettingShapeView;
  @ApiProperty(VALUE_SCHEMA)
  value: SettingValue;
  /** What holds where nobody says otherwise; null also where there is none: the names. */
  @ApiProperty(VALUE_SCHEMA)
  byDefault: SettingValue;
  /** Values of days to come, where they differ from the one before. */
  planned: SettingPlanView[];
  /** Goes into `If-Match` of a change. */
  version: number;
  /** The last change; null: as it was first imported. */
  changedAt: string | null;
  changedByName: string | null;
  /** False: it holds at once, whatever the day. */
  hasDays: boolean;
}

export class SettingList {
  items: SettingView[];
  @ApiProperty({ enum: ['change'], isArray: true })
  allowed: 'change'[];
}

export class SettingChangeView {
  id: number;
  /** Day from which it holds. */
  validFrom: string;
  @ApiProperty(VALUE_SCHEMA)
  before: SettingValue;
  @ApiProperty(VALUE_SCHEMA)
  after: SettingValue;
  /** Null: by an import, which does not ask. */
  reason: string | null;
  /** Null: a process, such as an import by the operator. */
  changedByName: string | null;
  changedAt: string;
}

export class SettingChangeList {
  items: SettingChangeView[];
}
