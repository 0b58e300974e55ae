import { type LocalDate, formatEnglishDay, formatWareki } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import type { Language } from '@fubako/platform/http';
import type { PlanVersionRow } from '../../data/plan/plan-version-rows';
import { mayKeepPlan } from './plan-rights';
import type { PlanState, PlanVersionSummary } from './plan.views.dto';

/** @param inForce id of the version that came into force last */
export function stateOf({ id, state, enteredAt }: PlanVersionRow, inForce: number | null): PlanState {
  if (state !== 'published') return state;
  if (enteredAt === null) return 'scheduled';
  return id === inForce ? 'in_force' : 'past';
}

/** As the version is quoted. */
export function planWords({ id, version, validFrom }: PlanVersionRow, language: Language): string {
  if (version === null || validFrom === null)
    return language === 'ja' ? `ファイル基準表 下書き${id}` : `Filing plan, draft ${id}`;
  return language === 'ja'
    ? `ファイル基準表 第${version}版(${formatWareki(validFrom)}施行)`
    : `Filing plan, version ${version} (from ${formatEnglishDay(validFrom)})`;
}

export const inForceWords = (today: LocalDate, language: Language): string =>
  language === 'ja'
    ? `現行のファイル基準表(${formatWareki(today)}現在)`
    : `Filing plan in force (${formatEnglishDay(today)})`;

export function summaryOf(row: PlanVersionRow, inForce: number | null, language: Language): PlanVersionSummary {
  const { revision: _, enteredAt: __, ...rest } = row;
  return {
    ...rest,
    state: stateOf(row, inForce),
    words: planWords(row, language),
    createdAt: row.createdAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  };
}

export function allowedOf(state: PlanState, actor: Actor): string[] {
  if (!mayKeepPlan(actor)) return state === 'draft' || state === 'scheduled' ? ['try'] : [];
  if (state === 'draft') return ['edit', 'publish', 'discard', 'try'];
  return state === 'scheduled' ? ['withdraw', 'try'] : [];
}
