import type { RouteSeat } from '../api/types';
import { formatMessage } from '../i18n/format-message';
import { ja } from '../i18n/ja';
import type { Translate } from '../i18n/translate';
import { seatNotes } from './seat-notes';

const t = ((key: keyof typeof ja, values?: Record<string, string | number>) =>
  formatMessage(ja[key], values)) as unknown as Translate;
const blank: RouteSeat = {
  id: 's',
  postCode: 'P',
  postTitle: '部長',
  unitCode: 'U',
  unitName: '福祉部',
  holder: { staffNo: '1', name: '江藤 信一', kind: 'main' },
  state: 'active',
  reason: { rule: 'RULE-21', text: '' },
  act: null,
  openedAt: null,
  branch: 1,
  origin: 'rule',
  away: null,
  heldUntil: null,
  handedTo: null,
  dueOn: null,
  postReview: null,
};
const notes = (part: Partial<RouteSeat>) => seatNotes({ ...blank, ...part }, { t, locale: 'ja' });
const act: RouteSeat['act'] = {
  kind: 'acting_decide',
  outcome: 'decided',
  actorName: '深川 直美',
  postTitle: '課長',
  actedAt: '2026-11-20T00:00:00Z',
  comment: '急ぐため',
  stale: false,
  capacity: 'acting',
  inSteadOf: '部長 江藤 信一',
};

describe('what is to be known of a seat', () => {
  test('an ordinary seat says nothing', () => expect(notes({})).toEqual([]));

  test('who is away, until when, and who stands in', () => {
    const away = { kind: 'absence', until: '2026-11-24T23:00:00Z', standIn: '福祉課 課長 深川 直美' } as const;
    expect(notes({ away })).toEqual(['出張・休暇等 令和8年11月25日まで', '代決: 福祉課 課長 深川 直美']);
  });

  test('an absence is no news once the seat has acted; in whose stead is, and the post-review', () => {
    const away = { kind: 'absence', until: null, standIn: null } as const;
    const postReview = { cause: 'acting', by: '江藤 信一', outcome: null, openedAt: '', doneAt: null } as const;
    expect(notes({ state: 'done', act, away, postReview })).toEqual(['決裁', '部長 江藤 信一 に代わって', '後閲待ち']);
    expect(notes({ state: 'done', act, postReview: { ...postReview, outcome: 'opinion', doneAt: 'x' } })).toContain(
      '後閲（意見あり）',
    );
  });

  test('held, handed over, due, passed over, removed, added', () => {
    expect(notes({ heldUntil: '2026-11-30' })).toEqual(['令和8年11月30日まで保留']);
    expect(notes({ handedTo: '千葉 恵', dueOn: '2026-12-01' })).toEqual(['引継ぎ: 千葉 恵', '期限令和8年12月1日']);
    expect(notes({ state: 'passed' })).toEqual(['後閲待ち']);
    expect(notes({ state: 'removed', origin: 'participant' })).toEqual(['除外', '回議中に追加']);
  });
});
