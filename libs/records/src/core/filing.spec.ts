import { localDate } from '@fubako/kernel';
import { fileOf, isCompleteAtDecision, retentionOfRecord, spell } from './filing';

const terms = { years: 5, label: '5年' } as const;
const days = (decidedOn: string, closedOn: string, fiscalYear: number) => ({
  decidedOn: localDate(decidedOn),
  closedOn: localDate(closedOn),
  eventOn: null,
  fiscalYear,
});
const today = localDate('2028-01-01');

describe('filing', () => {
  it('FIL-1 a document belongs to the file of its class, section and the fiscal year of its decision', () => {
    const document = { classCode: '20-01-01', sectionCode: 'S31' };
    expect(fileOf(document, localDate('2027-03-31'))).toEqual({ ...document, fiscalYear: 2026 });
    expect(fileOf(document, localDate('2027-04-01'))).toEqual({ ...document, fiscalYear: 2027 });
  });

  it('FIL-1 two files never share a spelling', () => {
    const keys = [
      { classCode: '10-01', sectionCode: 'S1', fiscalYear: 2026 },
      { classCode: '10-01', sectionCode: 'S1', fiscalYear: 2027 },
      { classCode: '10', sectionCode: '01/S1', fiscalYear: 2026 },
    ];
    expect(new Set(keys.map(spell)).size).toBe(3);
  });

  it('FIL-3 only what stays inside is complete with its decision', () => {
    expect(['none', 'dispatch', 'directive', 'contract'].filter(isCompleteAtDecision)).toEqual(['none']);
  });

  it('FIL-4 the closing in the next fiscal year moves retention but not the file', () => {
    const decided = days('2027-03-20', '2027-03-20', 2026);
    expect(retentionOfRecord({ ...terms, basis: 'closed' }, decided, today).expiresOn).toBe('2032-03-31');
    const closedLater = days('2027-03-20', '2027-04-10', 2026);
    expect(retentionOfRecord({ ...terms, basis: 'closed' }, closedLater, today).expiresOn).toBe('2033-03-31');
  });

  it.each(['created', 'file_earliest', 'file_latest'] as const)(
    'FIL-4 with basis %s the closing changes nothing',
    (basis) => {
      const closedLater = days('2027-03-20', '2028-10-01', 2026);
      expect(retentionOfRecord({ ...terms, basis }, closedLater, today)).toMatchObject({
        startsOn: '2027-04-01',
        expiresOn: '2032-03-31',
      });
    },
  );
});
