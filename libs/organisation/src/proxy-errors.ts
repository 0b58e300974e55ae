import type { ProblemTable } from '@fubako/kernel';
import { momentInEnglish, momentInJapanese } from './core/moment-words';

export interface ProxyErrors {
  'organisation.proxy-reversed': Record<string, never>;
  'organisation.proxy-already-past': Record<string, never>;
  'organisation.proxy-to-oneself': Record<string, never>;
  'organisation.proxy-not-your-post': Record<string, never>;
  'organisation.proxy-of-proxy': Record<string, never>;
  'organisation.proxy-taker-without-post': Record<string, never>;
  'organisation.proxy-overlaps': { from: string; until: string };
  'organisation.proxy-not-found': Record<string, never>;
  'organisation.proxy-not-yours': Record<string, never>;
  'organisation.proxy-is-over': Record<string, never>;
}

/** Refusals of 代理 (RULE-47). */
export const proxyProblems: ProblemTable<ProxyErrors> = {
  'organisation.proxy-reversed': {
    status: 422,
    ja: () => ({ title: '代理の期間が逆です', detail: '終わりの日時を、始まりより後にしてください。' }),
    en: () => ({ title: 'The proxy ends before it begins', detail: 'Choose an end that is later than the beginning.' }),
  },
  'organisation.proxy-already-past': {
    status: 422,
    ja: () => ({ title: 'すでに終わった期間です', detail: '終わりの日時を今より後にしてください。' }),
    en: () => ({ title: 'That time is over', detail: 'Choose an end that is later than now.' }),
  },
  'organisation.proxy-to-oneself': {
    status: 422,
    rule: 'RULE-47',
    ja: () => ({ title: '自分を代理にはできません', detail: 'その職に就いている本人ではない人を選んでください。' }),
    en: () => ({ title: 'Nobody is their own proxy', detail: 'Choose somebody who does not hold the post.' }),
  },
  'organisation.proxy-not-your-post': {
    status: 403,
    rule: 'RULE-47',
    ja: () => ({
      title: 'その職の代理は決められません',
      detail: '代理を決められるのは、その職に就いている本人と組織管理者です。',
    }),
    en: () => ({
      title: 'You cannot give that post away',
      detail: 'Only the holder of the post and the organisation administrator can.',
    }),
  },
  'organisation.proxy-of-proxy': {
    status: 403,
    rule: 'RULE-47',
    ja: () => ({
      title: '代理の代理は決められません',
      detail: 'あなたはこの職を代理で預かっています。職に就いている本人に、代理を決め直してもらってください。',
    }),
    en: () => ({
      title: 'A proxy has no proxy',
      detail: 'You act in this post by proxy. Ask its holder to choose somebody else.',
    }),
  },
  'organisation.proxy-taker-without-post': {
    status: 422,
    rule: 'RULE-47',
    ja: () => ({
      title: 'その人は代理になれません',
      detail: '始まりの日に職に就いていない人は代理になれません。別の人を選んでください。',
    }),
    en: () => ({
      title: 'That person cannot be a proxy',
      detail: 'Who holds no post on the first day cannot be one. Choose somebody else.',
    }),
  },
  'organisation.proxy-not-yours': {
    status: 403,
    rule: 'RULE-47',
    ja: () => ({
      title: 'この代理は取り消せません',
      detail: '代理を取り消せるのは、頼んだ本人と組織管理者です。不要になったときは本人に取り消してもらってください。',
    }),
    en: () => ({
      title: 'You cannot take this proxy back',
      detail: 'Only whoever gave it and the organisation administrator can. Ask them when it is not needed any more.',
    }),
  },
  'organisation.proxy-overlaps': {
    status: 409,
    rule: 'RULE-47',
    ja: ({ from, until }) => ({
      title: 'すでに代理が決まっています',
      detail: `${momentInJapanese(from)}から${momentInJapanese(until)}までの代理と重なっています。先のものを取り消してから、決め直してください。`,
    }),
    en: ({ from, until }) => ({
      title: 'There is a proxy already',
      detail: `It overlaps the proxy from ${momentInEnglish(from)} to ${momentInEnglish(until)}. Take that one back first.`,
    }),
  },
  'organisation.proxy-not-found': {
    status: 404,
    ja: () => ({
      title: '代理の登録が見つかりません',
      detail: '取り消されたか、取り消せる登録ではありません。一覧を開き直してください。',
    }),
    en: () => ({ title: 'No such proxy', detail: 'It is gone, or not yours to take back. Reload the list.' }),
  },
  'organisation.proxy-is-over': {
    status: 409,
    ja: () => ({ title: '終わった代理は取り消せません', detail: '過ぎた期間の記録は残ります。' }),
    en: () => ({ title: 'That proxy is over', detail: 'Past proxies stay on record.' }),
  },
};
