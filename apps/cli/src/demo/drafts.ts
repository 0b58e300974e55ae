import type { LocalDate } from '@fubako/kernel';
import { addDays } from '@fubako/kernel';
import type { SeededRandom } from './random';
import { PLACES, type Topic } from './topics';

export interface DemoDraft {
  readonly matterType: Topic['matterType'];
  readonly unitCode: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A draft on the topic as a clerk would write it on `day`. */
export function writeDraft(topic: Topic, day: LocalDate, random: SeededRandom): DemoDraft {
  const place = random.pick(PLACES);
  const at = (text: string) => text.replace('〇', place);
  const fill: Fill = {
    subject: at(random.pick(topic.subjects)),
    other: topic.others.length > 0 ? at(random.pick(topic.others)) : '',
    reason: topic.reasons.length > 0 ? random.pick(topic.reasons) : '',
    amount: topic.amounts ? roundedAmount(random, topic.amounts) : 0,
    day,
    random,
  };
  return { matterType: topic.matterType, unitCode: random.pick(topic.units), fields: FIELDS[topic.matterType](fill) };
}

interface Fill {
  readonly subject: string;
  readonly other: string;
  readonly reason: string;
  readonly amount: number;
  readonly day: LocalDate;
  readonly random: SeededRandom;
}

const FISCAL_YEAR = 2026;

const FIELDS: Record<Topic['matterType'], (fill: Fill) => Record<string, unknown>> = {
  contract: ({ subject, other, reason, amount, random }) => ({
    subject,
    counterparty: other,
    amount,
    reason,
    accountingYear: FISCAL_YEAR,
    method:
      amount > 1_300_000
        ? random.pick(['一般競争入札', '指名競争入札'])
        : random.pick(['随意契約', '指名競争入札', '単価契約']),
    term: `契約締結の日から令和${random.pick([8, 9])}年3月31日まで`.replace('令和8年3月', '令和9年3月'),
    budgetItem: random.pick(['3款1項2目12節', '2款1項1目10節', '8款2項3目14節']),
  }),
  spending: ({ subject, other, amount, day }) => ({
    subject,
    payee: other,
    amount,
    accountingYear: FISCAL_YEAR,
    budgetItem: '3款1項1目18節',
    invoiceDate: addDays(day, -3),
  }),
  notice: ({ subject, other, reason, day, random }) => ({
    subject,
    addressee: other,
    body: reason,
    ...(random.chance(0.4) ? { replyBy: addDays(day, 21) } : {}),
  }),
  internal: ({ subject, reason }) => ({ subject, body: reason }),
  subsidy: ({ subject, other, reason, amount }) => ({
    subject,
    applicant: other,
    amount,
    programme: subject.replace(/の交付決定について$/, ''),
    reason,
    accountingYear: FISCAL_YEAR,
    projectEnd: '2027-03-31',
  }),
  permit: ({ subject, other, reason, random }) => ({
    subject,
    applicant: other,
    disposition: random.chance(0.8) ? '許可' : '条件付き許可',
    reason,
    expiresOn: '2031-03-31',
  }),
  trip: ({ subject, other, amount, day }) => ({
    subject,
    destination: other,
    from: addDays(day, 7),
    to: addDays(day, amount > 20_000 ? 8 : 7),
    amount,
  }),
  it_investment: ({ subject, reason, amount, random }) => ({
    subject,
    amount,
    annualCost: Math.round(amount * 0.18),
    purpose: reason,
    expectedEffect: {
      hoursSaved: random.between(40, 900),
      sheetsSaved: random.between(1_000, 90_000),
      costSaved: random.between(50, 900) * 1_000,
    },
    measure: '文書管理のデジタル化・ペーパーレス',
    reviewOn: '2027-10-01',
  }),
  regulation: ({ subject, reason }) => ({
    subject,
    kind: subject.includes('条例') ? '条例' : '要綱',
    body: reason,
    effectiveOn: '2027-04-01',
  }),
};

/** Amounts end in round thousands, as estimates do. */
function roundedAmount(random: SeededRandom, [low, high]: readonly [number, number]): number {
  const step = high > 100_000 ? 1_000 : 10;
  return Math.ceil(random.between(low, high) / step) * step;
}
