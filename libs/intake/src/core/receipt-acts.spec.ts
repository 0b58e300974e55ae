import fc from 'fast-check';
import { type ReceiptFacts, type Standing, receiptFault } from './receipt-acts';
import { ENDINGS, RECEIPT_ACTS, type ReceiptAct } from './words';

const clerk: Standing = { handles: true, belongs: true, handledLast: true };
const fresh: ReceiptFacts = { received: false, accepted: false, ending: null, reading: 'none', last: null };
const received: ReceiptFacts = { ...fresh, received: true };
const accepted: ReceiptFacts = { ...received, accepted: true };
const circulating: ReceiptFacts = { ...received, reading: 'running' };
const read: ReceiptFacts = { ...received, reading: 'completed' };
const ended: ReceiptFacts = {
  ...received,
  ending: 'not_needed',
  last: { kind: 'not_needed', followed: false, draftState: null },
};
const drafted: ReceiptFacts = {
  ...received,
  ending: 'drafted',
  last: { kind: 'drafted', followed: true, draftState: 'drafting' },
};
const rerouted: ReceiptFacts = { ...fresh, last: { kind: 'rerouted', followed: false, draftState: null } };

const states = { fresh, received, accepted, circulating, read, ended, drafted, rerouted };
/** ○ may, or why not: 収受前 already/not received, 受理済 accepted, 供覧中 runs, 終 ended, 無 nothing. */
const TABLE: readonly [ReceiptAct, Record<keyof typeof states, string>][] = [
  ['receive', row('○ 収 収 収 収 終 終 ○')],
  ['accept', row('前 ○ 受 ○ ○ 終 終 前')],
  ['correct', row('○ ○ ○ ○ ○ 終 終 ○')],
  ['attach', row('○ ○ ○ ○ ○ 終 終 ○')],
  ['circulate', row('前 ○ ○ 供 ○ 終 終 前')],
  ['broadcast', row('前 ○ ○ ○ ○ ○ ○ 前')],
  ['draft', row('前 ○ ○ ○ ○ 終 終 前')],
  ['finish_reading', row('読 読 読 供 ○ 終 終 読')],
  ['reroute', row('○ ○ ○ 供 ○ 終 終 ○')],
  ['not_needed', row('○ ○ ○ 供 ○ 終 終 ○')],
  ['send_back', row('○ ○ ○ 供 ○ 終 終 ○')],
  ['undo', row('無 無 無 無 無 ○ ○ ○')],
];
const WORDS: Record<string, string | null> = {
  '○': null,
  収: 'intake.already-received',
  前: 'intake.not-received',
  受: 'intake.already-accepted',
  供: 'intake.reading-runs',
  読: 'intake.nothing-read',
  終: 'intake.already-ended',
  無: 'intake.nothing-to-undo',
};

function row(marks: string): Record<keyof typeof states, string> {
  const cells = marks.split(' ');
  return Object.fromEntries(Object.keys(states).map((name, at) => [name, cells[at]])) as never;
}

describe('acts on a receipt', () => {
  it('REC-1 the table knows every act', () => {
    expect(TABLE.map(([act]) => act)).toEqual([...RECEIPT_ACTS]);
  });

  it.each(TABLE)('REC-1 %s', (act, expected) => {
    for (const [name, facts] of Object.entries(states)) {
      expect([name, receiptFault(act, facts, clerk)]).toEqual([name, WORDS[expected[name as keyof typeof states]]]);
    }
  });

  it.each([
    ['circulating', 'intake.draft-went-on'],
    ['returned', 'intake.draft-went-on'],
    ['decided', 'intake.draft-went-on'],
    ['closed', 'intake.draft-went-on'],
    ['drafting', null],
    ['withdrawn', null],
    ['rejected', null],
    ['abandoned', null],
  ])('REC-3 a draft in state %s', (draftState, fault) => {
    const facts: ReceiptFacts = { ...drafted, last: { kind: 'drafted', followed: true, draftState } };
    expect(receiptFault('undo', facts, clerk)).toBe(fault);
  });

  it('REC-3 what was followed by something stays', () => {
    const facts: ReceiptFacts = { ...rerouted, last: { kind: 'rerouted', followed: true, draftState: null } };
    expect(receiptFault('undo', facts, clerk)).toBe('intake.something-followed');
  });

  const anyFacts: fc.Arbitrary<ReceiptFacts> = fc.record({
    received: fc.boolean(),
    accepted: fc.boolean(),
    ending: fc.constantFrom(null, 'read', 'drafted', 'not_needed', 'sent_back'),
    reading: fc.constantFrom('none', 'running', 'completed'),
    last: fc.option(
      fc.record({
        kind: fc.constantFrom(...ENDINGS),
        followed: fc.boolean(),
        draftState: fc.constantFrom(null, 'drafting', 'decided'),
      }),
    ),
  });

  it('REC-2 nothing but undoing and telling others is possible after an ending, whatever else is true', () => {
    const acts = fc.constantFrom(...RECEIPT_ACTS.filter((act) => act !== 'undo' && act !== 'broadcast'));
    fc.assert(
      fc.property(
        acts,
        anyFacts,
        (act, facts) => facts.ending === null || receiptFault(act, facts, clerk) === 'intake.already-ended',
      ),
    );
  });

  it('REC-1 whoever has nothing to do with it can do nothing and learns nothing', () => {
    const stranger: Standing = { handles: false, belongs: false, handledLast: false };
    fc.assert(
      fc.property(fc.constantFrom(...RECEIPT_ACTS), anyFacts, (act, facts) =>
        ['intake.not-yours-to-handle', 'intake.not-your-section'].includes(receiptFault(act, facts, stranger) ?? ''),
      ),
    );
  });
});
