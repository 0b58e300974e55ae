import { type LocalDate, addDays, fiscalYearOf, localDate, partsOf } from '@fubako/kernel';
import fc from 'fast-check';
import { RETENTION_BASES, type RetentionBasis, type RetentionFacts, isShorter, retentionOf } from './retention';

const day = localDate('2026-10-03');
const facts = (given: Partial<RetentionFacts>): RetentionFacts => ({
  basis: 'closed',
  years: 5,
  label: '5年',
  closedOn: day,
  createdOn: day,
  fileEarliest: day,
  fileLatest: day,
  eventOn: null,
  today: day,
  ...given,
});
const reckon = (given: Partial<RetentionFacts>) => {
  const { startsOn, expiresOn } = retentionOf(facts(given));
  return { startsOn, expiresOn, disposableFrom: expiresOn && addDays(expiresOn, 1) };
};
const closed = (on: string, years: number) => reckon({ closedOn: localDate(on), years });
const event = (on: string, years: number) => reckon({ basis: 'event', eventOn: localDate(on), years });

describe('RULE-81, RULE-82 retention of the examples of the domain reference', () => {
  it.each([
    ['A', closed('2026-10-03', 5), '2027-04-01', '2032-03-31', '2032-04-01'],
    ['B', closed('2026-04-01', 1), '2027-04-01', '2028-03-31', '2028-04-01'],
    ['C', closed('2027-03-31', 1), '2027-04-01', '2028-03-31', '2028-04-01'],
    ['D', closed('2027-04-01', 1), '2028-04-01', '2029-03-31', '2029-04-01'],
    ['E', closed('2026-10-03', 30), '2027-04-01', '2057-03-31', '2057-04-01'],
    ['F', event('2031-06-30', 5), '2032-04-01', '2037-03-31', '2037-04-01'],
    ['G, project ends on 31 March', event('2027-03-31', 5), '2027-04-01', '2032-03-31', '2032-04-01'],
    ['G, project ends on 1 April', event('2027-04-01', 5), '2028-04-01', '2033-03-31', '2033-04-01'],
    ['cross-check 2011', closed('2011-10-03', 5), '2012-04-01', '2017-03-31', '2017-04-01'],
    ['cross-check 2017', closed('2017-03-08', 3), '2017-04-01', '2020-03-31', '2020-04-01'],
  ])('%s', (_, reckoned, startsOn, expiresOn, disposableFrom) => {
    expect(reckoned).toEqual({ startsOn, expiresOn, disposableFrom });
  });
});

describe('retention', () => {
  const anyDay = fc
    .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2090-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => localDate(date.toISOString().slice(0, 10)));
  const years = fc.integer({ min: 1, max: 100 });
  const basis = fc.constantFrom(...RETENTION_BASES);
  const on = (which: RetentionBasis, date: LocalDate): Partial<RetentionFacts> =>
    ({
      closed: { basis: which, closedOn: date },
      created: { basis: which, createdOn: date },
      file_earliest: { basis: which, fileEarliest: date },
      file_latest: { basis: which, fileLatest: date },
      event: { basis: which, eventOn: date },
    })[which];

  it('RET-2 starts on the first 1 April after the day of its basis and ends on a 31 March, whole years later', () => {
    fc.assert(
      fc.property(basis, anyDay, years, (which, date, count) => {
        const { startsOn, expiresOn } = retentionOf(facts({ ...on(which, date), years: count }));
        if (startsOn === null || expiresOn === null) throw new Error('dates are missing');
        expect(startsOn.slice(4)).toBe('-04-01');
        expect(startsOn > date && addDays(startsOn, -366) <= date).toBe(true);
        expect(expiresOn.slice(4)).toBe('-03-31');
        expect(fiscalYearOf(expiresOn) - fiscalYearOf(startsOn) + 1).toBe(count);
      }),
    );
  });

  it('RET-2 looks at nothing but the day of its basis', () => {
    fc.assert(
      fc.property(basis, anyDay, anyDay, (which, date, other) => {
        const others = {
          closedOn: other,
          createdOn: other,
          fileEarliest: other,
          fileLatest: other,
          eventOn: other,
          today: other,
        };
        const { today, ...rest } = others;
        expect(retentionOf(facts({ ...rest, ...on(which, date) }))).toEqual(
          retentionOf(facts({ ...on(which, date), today })),
        );
      }),
    );
  });

  it('RET-3 never ends earlier for a later day, nor for more years', () => {
    const end = (date: LocalDate, count: number) =>
      retentionOf(facts({ closedOn: date, years: count })).expiresOn ?? '';
    fc.assert(
      fc.property(anyDay, fc.nat(4000), years, fc.nat(20), (date, later, count, more) => {
        expect(end(addDays(date, later), count) >= end(date, count)).toBe(true);
        expect(end(date, count + more) >= end(date, count)).toBe(true);
      }),
    );
  });

  it('RET-3 one day decides about a year: 31 March and 1 April of any year (examples C and D)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2090 }), years, (year, count) => {
        const before = closed(`${year}-03-31`, count).expiresOn;
        const after = closed(`${year}-04-01`, count).expiresOn;
        expect([before, after]).toEqual([`${year + count}-03-31`, `${year + count + 1}-03-31`]);
      }),
    );
  });

  it('RET-4 under one year knows no fiscal year: it ends within a year of the day itself', () => {
    expect(closed('2026-10-03', 0)).toEqual({
      startsOn: '2026-10-03',
      expiresOn: '2027-10-02',
      disposableFrom: '2027-10-03',
    });
    expect(closed('2028-02-29', 0).expiresOn).toBe('2029-02-28');
    fc.assert(
      fc.property(anyDay, fc.nat(400), (date, later) => {
        const end = closed(date, 0).expiresOn ?? '';
        expect(end > date && partsOf(localDate(end)).year - partsOf(date).year <= 1).toBe(true);
        expect((closed(addDays(date, later), 0).expiresOn ?? '') >= end).toBe(true);
      }),
    );
  });

  it('RET-5 what has no years has no end date but a review: 永年 after thirty years, 常用 at the end of every year (RULE-80)', () => {
    const permanent = (today: string) => retentionOf(facts({ years: null, label: '永年', today: localDate(today) }));
    expect(permanent('2026-10-03')).toMatchObject({ startsOn: '2027-04-01', expiresOn: null, reviewOn: '2057-03-31' });
    expect(permanent('2057-03-31').reviewOn).toBe('2057-03-31');
    expect(permanent('2057-04-01').reviewOn).toBe('2087-03-31');
    const inUse = retentionOf(facts({ years: null, label: '常用', today: localDate('2030-04-01') }));
    expect(inUse).toMatchObject({ expiresOn: null, reviewOn: '2031-03-31' });
  });

  it('RET-6 an event that is not certain gives no dates at all, and says so (RULE-82, RULE-90)', () => {
    expect(retentionOf(facts({ basis: 'event', label: '事業完了後5年' }))).toEqual({
      startsOn: null,
      expiresOn: null,
      reviewOn: null,
      explanation: [{ rule: 'RULE-82', code: 'event-unknown', facts: { label: '事業完了後5年' } }],
    });
  });

  it('RET-1 explains every step with its rule', () => {
    const codes = (given: Partial<RetentionFacts>) =>
      retentionOf(facts(given)).explanation.map(({ rule, code }) => `${rule} ${code}`);
    expect(codes({})).toEqual(['RULE-81 basis', 'RULE-81 starts', 'RULE-80 expires']);
    expect(codes({ basis: 'event', eventOn: day })).toEqual(['RULE-82 basis', 'RULE-81 starts', 'RULE-80 expires']);
    expect(codes({ years: null, label: '永年' })).toEqual(['RULE-81 basis', 'RULE-81 starts', 'RULE-80 no-end']);
    expect(codes({ years: 0, label: '1年未満' })).toEqual(['RULE-81 basis', 'RULE-80 under-one-year']);
  });

  it('RET-7 RULE-84 a statutory period is never fallen short of, and is named', () => {
    const floor = { years: 5, law: '地方自治法第236条' };
    const one = retentionOf(facts({ years: 1, floor }));
    expect([one.startsOn, one.expiresOn]).toEqual(['2027-04-01', '2032-03-31']);
    expect(one.explanation.at(-1)).toEqual({
      rule: 'RULE-84',
      code: 'statutory',
      facts: { ...floor, expiresOn: '2032-03-31' },
    });
    expect(retentionOf({ ...facts({ years: 10 }), floor }).expiresOn).toBe('2037-03-31');
    expect(retentionOf({ ...facts({ years: 0 }), floor }).expiresOn).toBe('2032-03-31');
  });

  it('RET-8 what was kept longer is not shortened; what has no end stays so', () => {
    const keepUntil = localDate('2040-03-31');
    expect(retentionOf({ ...facts({ years: 5 }), keepUntil }).expiresOn).toBe(keepUntil);
    expect(retentionOf({ ...facts({ years: 30 }), keepUntil }).expiresOn).toBe('2057-03-31');
    expect(isShorter(null, keepUntil)).toBe(true);
    expect(isShorter(keepUntil, null)).toBe(false);
    expect(isShorter(keepUntil, localDate('2040-03-30'))).toBe(true);
  });
});
