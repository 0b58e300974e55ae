import fc from 'fast-check';
import type { Entry, SealMode, Step, StepContent } from './entries';
import { executionState } from './execution-state';
import { type ExecutionAct, type Standing, judge } from './judge';

const DRAFTER = '1118';
const nobody: Standing = {
  staffNo: '9999',
  clerk: false,
  manager: false,
  officer: false,
  colleague: false,
  sealKeeper: false,
};
const everybody: Standing = { ...nobody, clerk: true, manager: true, officer: true, colleague: true, sealKeeper: true };
const drafter = { ...nobody, staffNo: DRAFTER, colleague: true };
const LINES = [
  { line: 1, addressee: '甲', number: '8二総第1号' },
  { line: 2, addressee: '乙', number: '8二総第2号' },
];

function entries(...contents: (StepContent | { undo: number })[]): Entry[] {
  return contents.map((content, index): Entry => {
    const recorded = {
      id: `e${index + 1}`,
      no: index + 1,
      occurredOn: '2026-05-18',
      reason: null,
      recordedAt: new Date('2026-05-18T01:00:00Z'),
      recordedBy: '1055',
      recordedByName: '上田',
      postTitle: '主査',
    };
    if ('undo' in content) return { ...recorded, kind: 'undo', undoes: `e${content.undo}`, particulars: {} };
    return { ...recorded, ...content, undoes: null } as Step;
  });
}
const copy = (sealMode: SealMode = 'none'): StepContent => ({
  kind: 'clean_copy',
  particulars: { digest: 'd', revision: 1, content: 'c', documentDate: '2026-05-18', sealMode, lines: LINES },
});
const collation: StepContent = { kind: 'collation', particulars: { digest: 'd' } };
const seal: StepContent = { kind: 'seal', particulars: { digest: 'd', seal: '町長印', copies: 2 } };
const dispatch = (...lines: number[]): StepContent => ({
  kind: 'dispatch',
  particulars: { channel: 'post', lines: LINES.filter(({ line }) => lines.includes(line)), note: null },
});

const state = (given: Partial<Parameters<typeof executionState>[0]> = {}) =>
  executionState({
    documentState: 'decided',
    executes: true,
    waived: false,
    drafter: DRAFTER,
    numbers: LINES.map(({ number }) => number),
    entries: [],
    collationByOther: true,
    ...given,
  });
const verdict = (act: ExecutionAct, given: Parameters<typeof state>[0], who = everybody) =>
  judge(state(given), act, who)?.code ?? 'allowed';

describe('the chain of execution (RULE-65)', () => {
  it.each<[ExecutionAct, Parameters<typeof state>[0], string]>([
    ['dispatch', { documentState: 'circulating' }, 'not-decided'],
    ['number', { documentState: 'returned', numbers: [] }, 'not-decided'],
    ['dispatch', { executes: false }, 'nothing-to-execute'],
    ['dispatch', { waived: true }, 'waived'],
    ['clean_copy', { numbers: [] }, 'number-missing'],
    ['clean_copy', {}, 'allowed'],
    ['clean_copy', { entries: entries(copy()) }, 'done-already'],
    ['collate', {}, 'copy-missing'],
    ['collate', { entries: entries(copy()) }, 'allowed'],
    ['seal', { entries: entries(copy(), collation) }, 'no-seal'],
    ['seal', { entries: entries(copy('omitted'), collation) }, 'no-seal'],
    ['seal', { entries: entries(copy('applied')) }, 'not-collated'],
    ['seal', { entries: entries(copy('applied'), collation) }, 'allowed'],
    ['dispatch', { numbers: [] }, 'number-missing'],
    ['dispatch', {}, 'copy-missing'],
    ['dispatch', { entries: entries(copy()) }, 'not-collated'],
    ['dispatch', { entries: entries(copy(), collation) }, 'allowed'],
    ['dispatch', { entries: entries(copy('applied'), collation) }, 'not-sealed'],
    ['dispatch', { entries: entries(copy('printed'), collation) }, 'not-sealed'],
    ['dispatch', { entries: entries(copy('applied'), collation, seal) }, 'allowed'],
    ['dispatch', { documentState: 'executed', entries: entries(copy(), collation, dispatch(1, 2)) }, 'executed'],
    ['waive', { entries: entries(copy(), collation, dispatch(1)) }, 'dispatched'],
    ['abandon', { entries: entries(copy(), collation, dispatch(1)) }, 'dispatched'],
    ['undo', {}, 'nothing-to-undo'],
    ['undo', { documentState: 'closed', entries: entries(copy()) }, 'closed'],
    ['number', { entries: entries(copy()) }, 'done-already'],
    ['add', { documentState: 'circulating' }, 'not-decided'],
    ['add', { documentState: 'closed' }, 'allowed'],
  ])('EXE-6 %s in %j: %s', (act, given, expected) => {
    expect(verdict(act, given)).toBe(expected);
  });

  it('EXE-1 what was undone counts as never done', () => {
    const undone = entries(copy(), collation, { undo: 2 });
    expect(verdict('dispatch', { entries: undone })).toBe('not-collated');
    expect(verdict('collate', { entries: undone })).toBe('allowed');
    expect(state({ entries: undone }).last?.kind).toBe('clean_copy');
  });

  it('EXE-2 the addressees whose letter has gone, or whose number is void, no longer remain', () => {
    const one = state({ entries: entries(copy(), collation, dispatch(1)) });
    expect(one.remaining.map(({ line }) => line)).toEqual([2]);
    const voided = state({ entries: entries(copy(), collation, dispatch(1)), numbers: ['8二総第1号'] });
    expect(voided.remaining).toEqual([]);
  });
});

describe('who executes', () => {
  const ready = { entries: entries(copy('applied'), collation, seal) };

  it('EXE-7 the drafter and the maker of the copy do not collate it, unless the municipality lets them', () => {
    const made = { entries: entries(copy()) };
    expect(verdict('collate', made, drafter)).toBe('collate-by-other');
    expect(verdict('collate', made, { ...nobody, staffNo: '1055', clerk: true })).toBe('collate-by-other');
    expect(verdict('collate', { ...made, collationByOther: false }, drafter)).toBe('allowed');
    expect(verdict('collate', made, { ...nobody, colleague: true })).toBe('allowed');
    expect(verdict('collate', made, nobody)).toBe('not-yours');
  });

  it('EXE-7 seals are the keeper’s, numbers the clerk’s, giving up the records office’s', () => {
    const collated = { entries: entries(copy('applied'), collation) };
    expect(verdict('seal', collated, { ...everybody, sealKeeper: false })).toBe('seal-keeper-only');
    expect(verdict('seal', collated, { ...nobody, sealKeeper: true })).toBe('allowed');
    expect(verdict('number', {}, drafter)).toBe('not-yours');
    expect(verdict('dispatch', ready, drafter)).toBe('allowed');
    expect(verdict('dispatch', ready, { ...nobody, colleague: true })).toBe('not-yours');
    expect(verdict('abandon', {}, { ...everybody, officer: false })).toBe('not-yours');
    expect(verdict('add', {}, { ...nobody, clerk: true })).toBe('not-yours');
  });

  it('EXE-8 a step is undone by whoever recorded it, may take it, or keeps the records', () => {
    expect(verdict('undo', ready, { ...nobody, sealKeeper: true })).toBe('allowed');
    expect(verdict('undo', ready, { ...nobody, staffNo: '1055' })).toBe('allowed');
    expect(verdict('undo', ready, { ...nobody, officer: true })).toBe('allowed');
    expect(verdict('undo', ready, drafter)).toBe('seal-keeper-only');
  });

  it('EXE-5 nobody, whatever the roles, dispatches what is not decided, numbered, copied and collated', () => {
    const states = fc.constantFrom('drafting', 'circulating', 'returned', 'decided', 'executed', 'rejected', 'closed');
    const chains = fc.constantFrom([], [copy()], [copy('applied'), collation], [copy(), collation], [collation]);
    fc.assert(
      fc.property(states, chains, fc.boolean(), (documentState, chain, numbered) => {
        const given = { documentState, entries: entries(...chain), ...(numbered ? {} : { numbers: [] }) };
        const full = chain.length === 2 && chain[0]?.kind === 'clean_copy' && chain[0].particulars.sealMode === 'none';
        const lawful = documentState === 'decided' && numbered && full;
        expect(verdict('dispatch', given) === 'allowed').toBe(lawful);
      }),
    );
  });
});
