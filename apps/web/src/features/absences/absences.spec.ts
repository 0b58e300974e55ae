import { absencesSearch } from './absences-search';
import { daysOfMonth, endsOf, partOfDay, shiftMonth } from './month';
import { emptySpan, parseTime, readSpan } from './span-values';

const today = '2026-06-01';
const jst = (text: string) => `2026-06-${text}:00+09:00`;

test('an address that says nonsense shows this month', () => {
  expect(absencesSearch({ month: '2026-13', day: '2026-02-30', scope: 'me', tab: 1 })).toEqual({});
  expect(absencesSearch({ month: '2026-06', day: '2026-06-10', scope: 'all', tab: 'proxies' })).toEqual({
    month: '2026-06',
    day: '2026-06-10',
    scope: 'all',
    tab: 'proxies',
  });
});

test('months have their days, over years and leap years', () => {
  expect(daysOfMonth('2028-02')).toHaveLength(29);
  expect(daysOfMonth('2026-12').at(-1)).toBe('2026-12-31');
  expect([shiftMonth('2026-12', 1), shiftMonth('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
});

test.each([
  [jst('10T00:00'), jst('11T00:00'), 'allDay'],
  [jst('09T00:00'), jst('12T00:00'), 'allDay'],
  [jst('10T00:00'), jst('10T12:00'), 'morning'],
  [jst('10T12:00'), jst('12T00:00'), 'afternoon'],
  [jst('10T09:00'), jst('10T10:00'), 'part'],
  [jst('11T00:00'), jst('12T00:00'), null],
  [jst('09T00:00'), jst('10T00:00'), null],
])('from %s until %s the 10th is %s', (from, until, part) => {
  expect(partOfDay({ from, until }, '2026-06-10')).toBe(part);
});

test('the words of a span name its last day, not the midnight after it', () => {
  expect(endsOf({ from: jst('10T00:00'), until: jst('13T00:00') })).toEqual({
    first: '2026-06-10',
    last: '2026-06-12',
    fromTime: null,
    untilTime: null,
  });
  expect(endsOf({ from: jst('10T13:00'), until: jst('10T15:30') })).toMatchObject({
    last: '2026-06-10',
    fromTime: '13:00',
    untilTime: '15:30',
  });
});

test.each([
  ['9:30', '09:30'],
  ['９時３０分', '09:30'],
  ['9時', '09:00'],
  ['0930', '09:30'],
  ['24:00', '24:00'],
  ['24:30', null],
  ['25:00', null],
  ['9:75', null],
  ['昼', null],
])('the time %s is %s', (typed, time) => {
  expect(parseTime(typed)).toBe(time);
});

test('whole days, half days and times become instants in Japan', () => {
  const days = { ...emptySpan('R8.6.10'), last: '6/12' };
  expect(readSpan(days, today)).toEqual({ ok: true, from: jst('10T00:00'), until: jst('13T00:00') });
  expect(readSpan({ ...days, mode: 'morning', last: '' }, today)).toEqual({
    ok: true,
    from: jst('10T00:00'),
    until: jst('10T12:00'),
  });
  expect(readSpan({ ...days, mode: 'afternoon' }, today)).toMatchObject({
    from: jst('10T12:00'),
    until: jst('11T00:00'),
  });
  const times = { ...days, mode: 'times' as const, fromTime: '９:00', untilTime: '1700' };
  expect(readSpan(times, today)).toEqual({ ok: true, from: jst('10T09:00'), until: jst('12T17:00') });
});

test('every fault stands at its field', () => {
  expect(readSpan({ ...emptySpan(''), mode: 'times' }, today)).toEqual({
    ok: false,
    faults: {
      first: 'absence.fault.required',
      last: 'absence.fault.required',
      fromTime: 'absence.fault.required',
      untilTime: 'absence.fault.required',
    },
  });
  expect(readSpan({ ...emptySpan('6/12'), last: '6/10' }, today)).toEqual({
    ok: false,
    faults: { last: 'absence.fault.reversed' },
  });
  const sameMoment = { ...emptySpan('6/10'), mode: 'times' as const, fromTime: '9:00', untilTime: '9:00' };
  expect(readSpan(sameMoment, today)).toEqual({ ok: false, faults: { untilTime: 'absence.fault.reversed' } });
  expect(readSpan({ ...emptySpan('2/30') }, today)).toMatchObject({ faults: { first: 'absence.fault.date' } });
});
