import { formatWareki } from '@fubako/kernel';
import type { LocalDate } from '@fubako/kernel';
import type { Language } from '@fubako/platform/http';
import type { ActDetail, ActRow } from '../data/case.row';

/** What the record says of an act beside its name and its words: for whom, to whom, until when (RULE-44). */
export function actNote(act: ActRow, language: Language): string | null {
  const parts = [inSteadWords(act, language), ...detailWords(act.detail ?? {}, language)].filter(
    (part): part is string => part !== null,
  );
  return parts.length === 0 ? null : parts.join(language === 'ja' ? '。' : '. ');
}

function inSteadWords(act: ActRow, language: Language): string | null {
  const { capacity, for_name: name, for_post_title: post, unit_name: unit, post_title: title, actor_name: actor } = act;
  if (name === null) return null;
  const who = `${unit} ${title} ${actor}`;
  const whom = `${post ?? ''} ${name}`.trim();
  const ja: Partial<Record<typeof capacity, string>> = {
    acting: `${whom} 不在のため ${who} 代決`,
    proxy: `${whom} の代理 ${who}`,
    handed: `${whom} から引継ぎ ${who}`,
  };
  const en: Partial<Record<typeof capacity, string>> = {
    acting: `${who} in the stead of ${whom}, who is absent`,
    proxy: `${who} as proxy of ${whom}`,
    handed: `${who}, handed over by ${whom}`,
  };
  return (language === 'ja' ? ja : en)[capacity] ?? null;
}

function detailWords(detail: ActDetail, language: Language): string[] {
  const ja = language === 'ja';
  const words: [string | undefined, string][] = [
    [detail.targetTitle, ja ? `対象: ${detail.targetTitle}` : `About: ${detail.targetTitle}`],
    [detail.until, ja ? `${dayWords(detail.until)}まで` : `Until ${detail.until}`],
    [detail.toName, ja ? `引継ぎ先: ${detail.toName}` : `To: ${detail.toName}`],
    [
      detail.passed?.join('、'),
      ja ? `後閲: ${detail.passed?.join('、')}` : `To read afterwards: ${detail.passed?.join(', ')}`,
    ],
    [detail.added, ja ? `追加: ${detail.added}` : `Added: ${detail.added}`],
    [detail.instruction, ja ? `事前の指示: ${detail.instruction}` : `Instruction beforehand: ${detail.instruction}`],
    [flag(detail.handCarried), ja ? '持回り' : 'Carried in person'],
    [detail.occurredOn, ja ? `実施日: ${dayWords(detail.occurredOn)}` : `Occurred on ${detail.occurredOn}`],
    [
      flag(detail.reviewWaived),
      ja ? '後閲を要しない(代決者の判断)' : 'Not to be read afterwards, as the acting person judged',
    ],
    [detail.review, reviewWords(detail.review, ja)],
    [revisionText(detail), revisionWords(detail, ja)],
  ];
  return words.flatMap(([present, text]) => (present === undefined ? [] : [text]));
}

function flag(said: boolean | undefined): string | undefined {
  return said ? 'yes' : undefined;
}

function dayWords(day: string | undefined): string {
  return formatWareki((day ?? '2000-01-01') as LocalDate);
}

function reviewWords(review: ActDetail['review'], ja: boolean): string {
  if (review === 'opinion') return ja ? '意見あり' : 'With an opinion';
  return ja ? '了' : 'Acknowledged';
}

function revisionText({ revisionNo }: ActDetail): string | undefined {
  return revisionNo === undefined ? undefined : String(revisionNo);
}

function revisionWords({ revisionNo, substance }: ActDetail, ja: boolean): string {
  const what = substance ? (ja ? '要旨の変更' : 'substance changed') : ja ? '要旨に変更なし' : 'substance unchanged';
  return ja ? `第${revisionNo}版(${what})` : `Revision ${revisionNo} (${what})`;
}
