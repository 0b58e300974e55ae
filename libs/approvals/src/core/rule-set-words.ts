import { type LocalDate, formatEnglishDay, formatWareki } from '@fubako/kernel';

/** A version of the delegation table as it is quoted: `専決規程 第3版(令和8年4月1日施行)`. */
export function ruleSetWords(version: number, validFrom: LocalDate, language: 'ja' | 'en'): string {
  return language === 'ja'
    ? `専決規程 第${version}版(${formatWareki(validFrom)}施行)`
    : `Delegation table, version ${version} (in force from ${formatEnglishDay(validFrom)})`;
}
