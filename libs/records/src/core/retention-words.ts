import { type FiscalYear, type LocalDate, formatEnglishDay, formatFiscalYear, formatWareki } from '@fubako/kernel';
import type { RetentionBasis, RetentionReason } from './retention';

export type Language = 'ja' | 'en';

export interface Explanation {
  readonly rule: string;
  readonly text: string;
}

/** 令和8年度, FY2026 */
export function fiscalYearWords(year: FiscalYear, language: Language): string {
  return language === 'ja' ? formatFiscalYear(year) : `FY${year}`;
}

/** The reckoning in sentences that a clerk can check step by step. */
export function retentionWords(reasons: readonly RetentionReason[], language: Language): Explanation[] {
  return reasons.map((reason) => ({ rule: reason.rule, text: sentence(reason)[language] }));
}

/** Says before everything else that the matter is not closed yet. */
export function provisionalWords(language: Language): Explanation {
  const words = {
    ja: 'まだ完結していないため、決裁の日に完結したものとして仮に計算しています。',
    en: 'The matter is not closed yet: reckoned for now as if it had been closed on the day of the decision.',
  };
  return { rule: 'RULE-81', text: words[language] };
}

/** Says before everything else that 継続簿冊 still takes documents (CONT-1), and when it is looked at again. */
export function inUseWords(reviewOn: LocalDate | null, language: Language): Explanation[] {
  const words = {
    ja: '継続簿冊として使用中です。閉じた日から数え、それまでは満了せず廃棄できません。',
    en: 'It is a continuing file in use: its period begins when it is closed; until then it neither expires nor may be disposed of.',
  };
  const inUse = { rule: 'RULE-81', text: words[language] };
  if (reviewOn === null) return [inUse];
  const review = {
    ja: `次の見直しは${formatWareki(reviewOn)}です。`,
    en: `It is reviewed next on ${formatEnglishDay(reviewOn)}.`,
  };
  return [inUse, { rule: 'RULE-80', text: review[language] }];
}

/** Says after everything else that the file was extended, and on which ground. */
export function extendedWords(until: LocalDate, ground: string | null, language: Language): Explanation {
  const words = {
    ja: `簿冊の保存期間が延長されたため${ground === null ? '' : `(理由: ${ground})`}、${formatWareki(until)}まで保存します。`,
    en: `The file was extended${ground === null ? '' : ` (${ground})`}: kept until ${formatEnglishDay(until)}.`,
  };
  return { rule: 'RULE-87', text: words[language] };
}

type Sentence = Readonly<Record<Language, string>>;

function sentence(reason: RetentionReason): Sentence {
  switch (reason.code) {
    case 'basis':
      return basisSentence(reason.facts);
    case 'file-closed':
      return {
        ja: `継続簿冊を閉じた日は${formatWareki(reason.facts.day)}(${fiscalYearWords(reason.facts.fiscalYear, 'ja')})です。`,
        en: `The continuing file was closed on ${formatEnglishDay(reason.facts.day)} (${fiscalYearWords(reason.facts.fiscalYear, 'en')}).`,
      };
    case 'event-unknown':
      return {
        ja: `「${reason.facts.label}」の起算となる日がまだ確定していません。満了日が決まるまで廃棄できません。`,
        en: `The event from which “${reason.facts.label}” runs is not certain yet. Until it is, nothing may be disposed of.`,
      };
    case 'starts':
      return {
        ja: `翌年度の初日、${formatWareki(reason.facts.startsOn)}から数えます。`,
        en: `The period runs from the first day of the next fiscal year, ${formatEnglishDay(reason.facts.startsOn)}.`,
      };
    case 'expires':
      return {
        ja: `保存期間「${reason.facts.label}」(${reason.facts.years}年)のため、${formatWareki(reason.facts.expiresOn)}に満了します。`,
        en: `Retention “${reason.facts.label}” (${reason.facts.years} years) expires on ${formatEnglishDay(reason.facts.expiresOn)}.`,
      };
    case 'under-one-year':
      return {
        ja: `保存期間「${reason.facts.label}」のため年度では数えず、用が済めば廃棄でき、遅くとも${formatWareki(reason.facts.expiresOn)}に満了します。`,
        en: `Retention “${reason.facts.label}” knows no fiscal year: it may go when it has served, and expires on ${formatEnglishDay(reason.facts.expiresOn)} at the latest.`,
      };
    case 'statutory':
      return {
        ja: `${reason.facts.law}により${reason.facts.years}年を下回れないため、${formatWareki(reason.facts.expiresOn)}まで保存します。`,
        en: `${reason.facts.law} demands at least ${reason.facts.years} years: kept until ${formatEnglishDay(reason.facts.expiresOn)}.`,
      };
    case 'kept-longer':
      return {
        ja: `以前の保存期間を短くしないため、${formatWareki(reason.facts.expiresOn)}まで保存します。`,
        en: `Its earlier period is not shortened: kept until ${formatEnglishDay(reason.facts.expiresOn)}.`,
      };
    case 'no-end':
      return {
        ja: `「${reason.facts.label}」には満了日がありません。次の見直しは${formatWareki(reason.facts.reviewOn)}です。`,
        en: `“${reason.facts.label}” has no end date. It is reviewed next on ${formatEnglishDay(reason.facts.reviewOn)}.`,
      };
  }
}

function basisSentence({
  basis,
  day,
  fiscalYear,
}: {
  basis: RetentionBasis;
  day: LocalDate;
  fiscalYear: FiscalYear;
}): Sentence {
  const [ja, en] = [
    `${formatWareki(day)}(${fiscalYearWords(fiscalYear, 'ja')})`,
    `${formatEnglishDay(day)} (${fiscalYearWords(fiscalYear, 'en')})`,
  ];
  const sentences: Record<RetentionBasis, Sentence> = {
    closed: { ja: `完結した日は${ja}です。`, en: `The matter was closed on ${en}.` },
    created: {
      ja: `文書を作成した日(決裁の日)は${ja}です。`,
      en: `The document came into being with its decision on ${en}.`,
    },
    file_earliest: {
      ja: `簿冊の最初の文書の年度は${fiscalYearWords(fiscalYear, 'ja')}です。`,
      en: `The earliest document of the file is of ${fiscalYearWords(fiscalYear, 'en')}.`,
    },
    file_latest: {
      ja: `簿冊の最後の文書の年度は${fiscalYearWords(fiscalYear, 'ja')}です。`,
      en: `The latest document of the file is of ${fiscalYearWords(fiscalYear, 'en')}.`,
    },
    event: { ja: `起算となる日は${ja}です。`, en: `The event that starts the period was on ${en}.` },
  };
  return sentences[basis];
}
