import { type MunicipalitySettingValues, municipalitySettings } from './municipality-settings';

/** Versions in use at a time: that of today and those of running cases. */
const TEXTS = 20;
const understood = new Map<string, MunicipalitySettingValues>();

/**
 * Settings as the database has written them; those that a newer build brought get their defaults until the next import. The same
 * text means the same settings: reading sixty points anew for every request costs more than asking for them.
 */
export function writtenSettings(text: string): MunicipalitySettingValues {
  let settings = understood.get(text);
  if (!settings) {
    settings = frozen(municipalitySettings.parse(JSON.parse(text)));
    if (understood.size >= TEXTS) understood.clear();
    understood.set(text, settings);
  }
  return settings;
}

/** Many units look at the same settings: none may change them. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
