import fc from 'fast-check';
import { addDays, localDate } from '@fubako/kernel';
import { type SubstituteSteps, lastDayOfPaper, paperMayGoFrom, substituteActs } from './substitute';

const disposition = { disposition: true, issuedOn: localDate('2026-06-01') };
const plain = { disposition: false, issuedOn: null };
const steps = (given: Partial<SubstituteSteps> = {}): SubstituteSteps => ({
  scannedBy: '1',
  checkedBy: null,
  approvedBy: null,
  approvedOn: null,
  refused: false,
  destructionDecidedBy: null,
  destroyedBy: null,
  ...given,
});
const approved = { checkedBy: '2', approvedBy: '3', approvedOn: localDate('2026-06-10') };
const acts = (
  given: Partial<SubstituteSteps>,
  staffNo: string,
  { today = '2026-09-01', recordsOffice = true, origin = disposition as typeof disposition | typeof plain } = {},
) => substituteActs(steps(given), { origin, today: localDate(today) }, { staffNo, ofSection: true, recordsOffice });

describe('the scan that stands for paper', () => {
  it('SUB-4 example K: a disposition of 2026-06-01 keeps its paper to 2026-08-30; it may go on 2026-08-31', () => {
    expect(lastDayOfPaper(disposition)).toBe('2026-08-30');
    expect(paperMayGoFrom(disposition, localDate('2026-06-10'))).toBe('2026-08-31');
    expect(acts(approved, '3', { today: '2026-08-30' })).toEqual([]);
    expect(acts(approved, '3', { today: '2026-08-31' })).toEqual(['decide_destruction']);
  });

  it('SUB-4 other paper may go from the approval on; nothing goes before it', () => {
    expect(paperMayGoFrom(plain, localDate('2026-06-10'))).toBe('2026-06-10');
    expect(paperMayGoFrom(disposition, localDate('2026-12-01'))).toBe('2026-12-01');
    expect(paperMayGoFrom(disposition, null)).toBeNull();
  });

  it('SUB-1 a second person checks, SUB-2 the records office approves, not who scanned', () => {
    expect(acts({}, '1')).toEqual([]);
    expect(acts({}, '2')).toEqual(['check', 'refuse']);
    expect(acts({ checkedBy: '2' }, '1')).toEqual([]);
    expect(acts({ checkedBy: '2' }, '4', { recordsOffice: false })).toEqual([]);
    expect(acts({ checkedBy: '2' }, '3')).toEqual(['approve', 'refuse']);
  });

  it('SUB-3 converting and destroying are two decisions; who decided does not destroy', () => {
    expect(acts({ ...approved, destructionDecidedBy: '3' }, '3')).toEqual([]);
    expect(acts({ ...approved, destructionDecidedBy: '3' }, '4', { recordsOffice: false })).toEqual(['destroy']);
  });

  it('SUB-5 what was refused or destroyed offers nothing', () => {
    expect(acts({ refused: true }, '2')).toEqual([]);
    expect(acts({ ...approved, destructionDecidedBy: '3', destroyedBy: '4' }, '2')).toEqual([]);
  });

  it('SUB-4 law: the paper of a disposition never goes within 90 days of its issue', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 400 }), (age, approvedAfter) => {
        const approvedOn = addDays(disposition.issuedOn, approvedAfter);
        const today = addDays(disposition.issuedOn, age);
        const done = { ...approved, approvedOn };
        expect(
          substituteActs(
            steps(done),
            { origin: disposition, today },
            { staffNo: '9', ofSection: true, recordsOffice: true },
          ),
        ).toEqual([]);
      }),
    );
  });
});
