import type { ActFacts, ActPolicy } from './act-facts';
import type { ConcurrenceGroup, DelegationRule, RouteFacts } from './route-facts';
import type { Standing } from './standing';
import type { PostFact } from './post-fact';

/** Sections asked side by side, all of which must agree. */
export const group = (...units: string[]): ConcurrenceGroup => ({ units, need: 'all' });

/** What the sample town has set, with pull-up and merging on. */
export const POLICY: ActPolicy = {
  samePerson: 'merge',
  concurrenceEffect: 'consent',
  rejectBy: 'decider',
  pullUp: true,
  absenceIncludesVacancy: false,
  actingForIntermediates: false,
  actingRequiresUrgency: true,
  actingExcludes: ['important', 'unusual', 'new', 'non_agreed'],
  postReview: 'all',
  absentIntermediates: 'wait',
};

/** `staffNo` sits in the post and is there. */
export function present(staffNo: string, postCode: string, more: Partial<Standing> = {}): Standing {
  const sitter = { staffNo, name: staffNo, postCode, postTitle: postCode, unitName: postCode };
  return {
    principal: { ...sitter, capacity: 'main' },
    away: null,
    awayUntil: null,
    acting: null,
    proxy: null,
    ...more,
  };
}

/** Somebody who may stand in. */
export const sitter = (staffNo: string, postCode = staffNo) => ({
  staffNo,
  name: staffNo,
  postCode,
  postTitle: postCode,
  unitName: postCode,
});

export function actFacts(overrides: Partial<ActFacts> = {}): ActFacts {
  return {
    today: '2026-06-10',
    policy: POLICY,
    urgent: false,
    marks: [],
    instructedPosts: [],
    partlySent: false,
    standings: {},
    upward: [],
    recordsOffice: false,
    recordsClerk: false,
    ...overrides,
  };
}

/** Standings of posts that are held as the facts say. */
export function standingsOf(posts: readonly PostFact[]): Record<string, Standing> {
  return Object.fromEntries(
    posts.flatMap(({ postCode, holder }) => (holder ? [[postCode, present(holder.staffNo, postCode)]] : [])),
  );
}

/** A post of the fixture town; `holder` is its 職員番号 and name in one. */
export function post(
  code: string,
  rank: number,
  { unit, holder, kind = 'section' }: { unit: string; holder: string | null; kind?: string },
): PostFact {
  return {
    postCode: code,
    postTitle: code,
    rank,
    unitCode: unit,
    unitName: unit,
    unitKind: kind,
    holder: holder === null ? null : { staffNo: holder, name: holder, kind: 'main' },
  };
}

export function rule(overrides: Partial<DelegationRule>): DelegationRule {
  return {
    priority: 10,
    when: '',
    minAmount: null,
    maxAmount: null,
    deciderRank: 50,
    deciderPostCode: null,
    concurrence: [],
    reason: '課長専決',
    ...overrides,
  };
}

const chief = post('係長', 40, { unit: '福祉係', holder: '後藤', kind: 'unit' });
const manager = post('課長', 50, { unit: '福祉課', holder: '深川' });
const director = post('部長', 70, { unit: '健康福祉部', holder: '江藤', kind: 'department' });
const mayor = post('町長', 100, { unit: '町長部局', holder: '町田', kind: 'body' });
const vice = post('副町長', 90, { unit: '町長部局', holder: '福井', kind: 'body' });

/** The contracts of scenario fixture F: 課長 ≤ 500,000, 部長 ≤ 3,000,000, 副町長 ≤ 10,000,000, above 町長. */
export const CONTRACT_RULES: readonly DelegationRule[] = [
  rule({ minAmount: 0, maxAmount: 500_000 }),
  rule({
    minAmount: 500_001,
    maxAmount: 3_000_000,
    deciderRank: 70,
    concurrence: [group('財政課')],
    reason: '部長専決',
  }),
  rule({
    minAmount: 3_000_001,
    maxAmount: 10_000_000,
    deciderRank: 90,
    deciderPostCode: '副町長',
    concurrence: [group('財政課')],
    reason: '副町長専決',
  }),
  rule({
    minAmount: 10_000_001,
    deciderRank: 100,
    deciderPostCode: '町長',
    concurrence: [group('財政課', '総務課')],
    reason: '町長決裁',
  }),
  rule({
    priority: 5,
    when: 'method == "随意契約" and amount > 1300000',
    deciderRank: 90,
    deciderPostCode: '副町長',
    concurrence: [group('財政課')],
    reason: '随意契約の特例',
  }),
];

/** 原 of the 福祉係 drafts a contract. */
export function welfareFacts(overrides: Partial<RouteFacts> = {}): RouteFacts {
  const facts: RouteFacts = {
    drafter: { staffNo: '原', name: '原 大地', postCode: '主事' },
    sectionCode: '福祉課',
    departmentCode: '健康福祉部',
    amount: 1_200_000,
    fields: { method: '一般競争入札' },
    escalations: [],
    raising: ['special_instruction', 'important', 'unusual', 'new', 'precedent', 'disputed', 'legal_doubt'],
    rules: CONTRACT_RULES,
    line: [chief, manager, director, mayor],
    posts: { 副町長: vice, 町長: mayor },
    concurring: {
      財政課: {
        unitCode: '財政課',
        unitName: '財政課',
        sort: 22,
        departmentCode: '総務部',
        heads: [
          post('財政課長', 50, { unit: '財政課', holder: '財部' }),
          post('総務部長', 70, { unit: '総務部', holder: '青木', kind: 'department' }),
        ],
      },
      総務課: {
        unitCode: '総務課',
        unitName: '総務課',
        sort: 21,
        departmentCode: '総務部',
        heads: [
          post('総務課長', 50, { unit: '総務課', holder: '馬場' }),
          post('総務部長', 70, { unit: '総務部', holder: '青木', kind: 'department' }),
        ],
      },
    },
    topHead: mayor,
    review: null,
    additions: [],
    removals: {},
    passOver: [],
    concurrenceOrder: 'parallel',
    policy: POLICY,
    urgent: false,
    today: '2026-06-10',
    standings: {},
    ...overrides,
  };
  return { ...facts, standings: { ...standingsOf(postsIn(facts)), ...overrides.standings } };
}

function postsIn({ line, posts, concurring, topHead, review, additions }: RouteFacts): PostFact[] {
  const named = Object.values(posts).flatMap((one) => one ?? []);
  const heads = Object.values(concurring).flatMap((unit) => unit?.heads ?? []);
  const others = [...(topHead ? [topHead] : []), ...(review ? [review.post] : []), ...additions.map((one) => one.post)];
  return [...line, ...named, ...heads, ...others];
}
