import type { PlanClass } from '../../shared/api/filing-plan';
import { fittingClasses, nextCode } from './plan-rows';

const one = (code: string, name: string, said: Partial<PlanClass> = {}): PlanClass => ({
  code,
  name,
  level: code.split('-').length,
  parentCode: code.includes('-') ? code.replace(/-\d+$/, '') : null,
  functionCode: null,
  retentionClass: null,
  disclosureClass: null,
  disposition: null,
  sectionCode: null,
  adjustmentPeriod: false,
  personalData: false,
  lastYear: null,
  statutoryYears: null,
  statutoryLaw: null,
  retentionLabel: null,
  sectionName: null,
  change: null,
  before: null,
  ...said,
});

const plan = [
  one('20', '財務'),
  one('20-01', '契約・支出'),
  one('20-01-01', '契約', { change: 'changed' }),
  one('20-01-08', '支出', { sectionCode: 'S22' }),
  one('30', '福祉'),
];
const codes = (filter: Partial<Parameters<typeof fittingClasses>[1]>) =>
  fittingClasses(plan, { words: '', part: 'all', onlyChanged: false, ...filter }).map(({ code }) => code);

describe('the classes of a filing plan', () => {
  it('show what fits with the classes above it', () => {
    expect(codes({ words: '契約 01' })).toEqual(['20', '20-01', '20-01-01']);
    expect(codes({ words: '福祉' })).toEqual(['30']);
    expect(codes({ part: 'section' })).toEqual(['20', '20-01', '20-01-08']);
    expect(codes({ part: 'common' })).toEqual(['20', '20-01', '20-01-01']);
    expect(codes({ onlyChanged: true })).toEqual(['20', '20-01', '20-01-01']);
    expect(codes({})).toHaveLength(5);
    expect(codes({ words: 'ない' })).toEqual([]);
  });

  it('propose the next free code', () => {
    expect([nextCode(plan, '20-01'), nextCode(plan, '20'), nextCode(plan, null), nextCode(plan, '30')]).toEqual([
      '20-01-09',
      '20-02',
      '40',
      '30-01',
    ]);
    expect(nextCode([], null)).toBe('01');
  });
});
