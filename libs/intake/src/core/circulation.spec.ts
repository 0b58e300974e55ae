import fc from 'fast-check';
import { csvLine, localDate } from '@fubako/kernel';
import { arrivalFault, isBackDated } from './arrival';
import { type ReaderState, endsByReading, isComplete, markFault } from './circulation';
import { replyState } from './replies';

const reader = (staffNo: string, more: Partial<ReaderState> = {}): ReaderState => ({
  staffNo,
  required: true,
  read: false,
  asksForDraft: false,
  ...more,
});

describe('circulation', () => {
  const readers = fc.uniqueArray(
    fc.record({
      staffNo: fc.stringMatching(/^1\d{3}$/),
      required: fc.boolean(),
      read: fc.boolean(),
      asksForDraft: fc.boolean(),
    }),
    { selector: ({ staffNo }) => staffNo, maxLength: 8 },
  );

  it('CIR-1 is complete exactly when every required reader has read, and there is one', () => {
    fc.assert(
      fc.property(readers, (all) => {
        const open = all.filter(({ required, read }) => required && !read).length;
        const required = all.filter((one) => one.required).length;
        expect(isComplete({ mode: 'reading', readers: all })).toBe(required > 0 && open === 0);
        expect(isComplete({ mode: 'broadcast', readers: all })).toBe(false);
      }),
    );
  });

  it('CIR-1 in whatever order they mark, only the last required mark completes', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['1', '2', '3', '4', '5'], { minLength: 1 }), fc.nat(4), (order, optional) => {
        let state = order.map((staffNo, at) => reader(staffNo, { required: at !== optional || order.length === 1 }));
        const required = state.filter((one) => one.required).map(({ staffNo }) => staffNo);
        const completedAt = order.findIndex((staffNo) => {
          state = state.map((one) => (one.staffNo === staffNo ? { ...one, read: true } : one));
          return isComplete({ mode: 'reading', readers: state });
        });
        expect(order.slice(0, completedAt + 1)).toEqual(expect.arrayContaining(required));
        expect(required).toContain(order[completedAt]);
      }),
    );
  });

  it('CIR-2 does not end the receipt while a draft is asked for', () => {
    const asked = [reader('1', { read: true, asksForDraft: true }), reader('2', { read: true })];
    expect(isComplete({ mode: 'reading', readers: asked })).toBe(true);
    expect(endsByReading({ mode: 'reading', readers: asked })).toBe(false);
    expect(endsByReading({ mode: 'reading', readers: asked.map((one) => ({ ...one, asksForDraft: false })) })).toBe(
      true,
    );
  });

  it.each([
    ['a stranger', '9', false, 'running', 'intake.not-a-reader'],
    ['a stranger in the audience', '9', true, 'running', null],
    ['a reader', '1', false, 'running', null],
    ['a reader who has read', '2', false, 'running', 'intake.already-read'],
    ['an optional reader afterwards', '1', false, 'completed', null],
    ['a reader of what was stopped', '1', false, 'stopped', 'intake.circulation-over'],
  ] as const)('CIR-3 %s', (_who, staffNo, inAudience, state, fault) => {
    const readers = [reader('1', { required: false }), reader('2', { read: true })];
    expect(markFault({ mode: 'reading', state, readers }, staffNo, inAudience)).toBe(fault);
  });
});

describe('arrival', () => {
  const monday = new Date('2026-05-11T00:30:00Z');
  it.each([
    ['now', '2026-05-11T00:30:00Z', null, null],
    ['a second ahead of the clock', '2026-05-11T00:30:01Z', null, null],
    ['tomorrow', '2026-05-12T00:30:00Z', null, 'intake.arrival-in-future'],
    ['the same Japanese day, before midnight in Greenwich', '2026-05-10T15:00:00Z', null, null],
    ['the evening before', '2026-05-10T14:59:59Z', null, 'intake.back-dating-reason-missing'],
    ['the evening before with blanks for a reason', '2026-05-10T14:59:59Z', ' ', 'intake.back-dating-reason-missing'],
    ['the evening before with a reason', '2026-05-10T14:59:59Z', '閉庁日の投函', null],
  ])('ARR-1 %s', (_when, at, reason, fault) => {
    expect(arrivalFault(new Date(at), monday, reason)).toBe(fault);
  });

  it('ARR-1 is back-dated by the Japanese calendar', () => {
    expect(isBackDated(new Date('2026-05-10T14:59:59Z'), monday)).toBe(true);
    expect(isBackDated(new Date('2026-05-10T15:00:00Z'), monday)).toBe(false);
  });
});

describe('replies', () => {
  const today = localDate('2026-05-11');
  it.each([
    [null, null, false, 'none'],
    ['2026-05-10', null, false, 'overdue'],
    ['2026-05-11', null, false, 'due_soon'],
    ['2026-05-18', null, false, 'due_soon'],
    ['2026-05-19', null, false, 'due'],
    ['2026-05-10', new Date(), false, 'replied'],
    ['2026-05-10', null, true, 'moot'],
  ] as const)('REP-1 due on %s, replied %s, ended without %s', (due, repliedAt, endedWithout, state) => {
    expect(replyState({ replyDueOn: due === null ? null : localDate(due), repliedAt, endedWithout }, today)).toBe(
      state,
    );
  });
});

describe('ledger as CSV', () => {
  it.each([
    [['浜総収第1号', '照会'], '浜総収第1号,照会\r\n'],
    [['a,b', 'say "x"', null], '"a,b","say ""x""",\r\n'],
    [['=1+1', '+81', '-', '@a'], "'=1+1,'+81,'-,'@a\r\n"],
    [['二行\nの件名'], '"二行\nの件名"\r\n'],
  ])('CSV-1 %j', (cells, line) => expect(csvLine(cells)).toBe(line));
});
