import fc from 'fast-check';
import { type FiscalYear, type LocalDate, addDays, localDate } from '@fubako/kernel';
import { clockFault } from './clock-guard';
import { contentsDigest, countOf } from './contents';
import { isImportant } from './important';
import { MEASURES, choiceFault, proposalOf } from './measure';
import { type FileFacts, type RecordFacts, obstacleOf } from './obstacle';
import { confirmerFault, executorFault } from './people';
import { DISPOSAL_ACTS, STEPS, type Standing, allowedActs } from './steps';
import { isUnusual } from './volume-guard';

const TODAY = localDate('2032-04-20');
const record = (given: Partial<RecordFacts> = {}): RecordFacts => ({
  documentId: 'd1',
  state: 'held_in_file',
  retentionClass: 'R05',
  decidedOn: localDate('2026-10-03'),
  provisional: false,
  expiresOn: localDate('2032-03-31'),
  ...given,
});
const file = (given: Partial<FileFacts> = {}): FileFacts => ({
  state: 'closed',
  expiresOn: localDate('2032-03-31'),
  retentionClass: 'R05',
  years: 5,
  fiscalYear: 2026 as FiscalYear,
  continuing: false,
  medium: 'electronic',
  documents: [record()],
  papers: [],
  ...given,
});

describe('DISP-1 what may be disposed of at all', () => {
  it('a file whose every document has expired and was closed', () => {
    expect(obstacleOf(file(), TODAY)).toBeNull();
  });

  it('paper counts like documents: a file of paper goes by its own dates, and paper of a later year keeps it', () => {
    const paper = (documentedOn: string) => ({ paperId: documentedOn, documentedOn: localDate(documentedOn) });
    const binder = (given: Partial<FileFacts> = {}) => file({ medium: 'paper', documents: [], ...given });
    expect(obstacleOf(binder(), TODAY)).toBeNull();
    expect(obstacleOf(binder({ papers: [paper('2026-04-02'), paper('2025-12-01')] }), TODAY)).toBeNull();
    expect(obstacleOf(binder({ papers: [paper('2027-04-01')] }), TODAY)).toBe('mixed-years');
    expect(obstacleOf(binder({ continuing: true, papers: [paper('2027-04-01')] }), TODAY)).toBeNull();
    expect(obstacleOf(binder({ expiresOn: null }), TODAY)).toBe('unknown-expiry');
    expect(obstacleOf(binder({ lent: true }), TODAY)).toBe('lent');
    expect([binder(), binder({ papers: [paper('2026-04-02'), paper('2026-04-03')] }), file()].map(countOf)).toEqual([
      1, 2, 1,
    ]);
    const known = contentsDigest('f', file());
    expect(contentsDigest('f', file({ papers: [paper('2026-04-02')] }))).not.toEqual(known);
    expect(contentsDigest('f', file({ medium: 'hybrid' }))).toEqual(known);
  });

  it('DISP-7 what is agreed is these documents until this day in this file, in whatever order they are read', () => {
    const [one, two, three] = ['d1', 'd2', 'd3'].map((documentId) => record({ documentId }));
    const known = contentsDigest('f', file({ documents: [one!, two!] }));
    expect(contentsDigest('f', file({ documents: [two!, one!] }))).toEqual(known);
    expect(contentsDigest('f', file({ documents: [one!, three!] }))).not.toEqual(known);
    expect(contentsDigest('f', file({ documents: [one!, two!], expiresOn: localDate('2033-03-31') }))).not.toEqual(
      known,
    );
    expect(contentsDigest('g', file({ documents: [one!, two!] }))).not.toEqual(known);
  });

  it.each([
    ['has-left', file({ state: 'disposed' })],
    ['has-left', file({ documents: [record(), record({ state: 'transferred' })] })],
    ['empty', file({ documents: [] })],
    ['no-end', file({ years: null })],
    ['unknown-expiry', file({ expiresOn: null })],
    ['unknown-expiry', file({ documents: [record(), record({ expiresOn: null })] })],
    ['not-expired', file({ expiresOn: localDate('2033-03-31') })],
    ['not-expired', file({ documents: [record(), record({ expiresOn: localDate('2033-03-31') })] })],
    ['not-closed', file({ documents: [record({ provisional: true })] })],
    ['mixed-retention', file({ documents: [record(), record({ retentionClass: 'R30' })] })],
    ['mixed-years', file({ documents: [record(), record({ decidedOn: localDate('2027-04-01') })] })],
  ])('%s is never disposable (RULE-83, RULE-90)', (obstacle, facts) => {
    expect(obstacleOf(facts, TODAY)).toBe(obstacle);
  });

  it('expired means that the last day has passed: not on 31 March, but on 1 April', () => {
    expect(obstacleOf(file(), localDate('2032-03-31'))).toBe('not-expired');
    expect(obstacleOf(file(), localDate('2032-04-01'))).toBeNull();
  });

  it('law: one document without expiry, or with a later one, keeps the whole file, whatever else is true', () => {
    const days = fc.integer({ min: -4000, max: 4000 }).map((n) => addDays(TODAY, n) as LocalDate);
    const documents = fc.array(
      fc.record({
        expiresOn: fc.option(days),
        provisional: fc.boolean(),
        state: fc.constantFrom('held_in_file', 'disposed'),
      }),
    );
    fc.assert(
      fc.property(documents, fc.option(days), fc.option(fc.nat(30)), (given, expiresOn, years) => {
        const facts = file({ expiresOn, years, documents: given.map((each) => record(each)) });
        const safe =
          given.every(({ expiresOn: day }) => day !== null && day < TODAY) && expiresOn !== null && expiresOn < TODAY;
        return safe || obstacleOf(facts, TODAY) !== null;
      }),
    );
  });
});

describe('DISP-3, DISP-4 measures', () => {
  it('proposes what the plan says; an appraisal proposes nothing; what was refused can only be kept longer', () => {
    expect(proposalOf('destroy', false)).toBe('destroy');
    expect(proposalOf('transfer', false)).toBe('transfer');
    expect(proposalOf('appraise', false)).toBeNull();
    expect(proposalOf('review', false)).toBe('extend');
    expect(proposalOf('destroy', true)).toBe('extend');
  });

  it.each([
    ['destroy', null, null, 'destroy', null],
    ['transfer', null, null, 'destroy', 'reason-required'],
    ['transfer', ' 　', null, 'destroy', 'reason-required'],
    ['transfer', '地図資料', null, 'destroy', null],
    ['destroy', null, null, null, 'reason-required'],
    ['extend', '係争中', null, 'destroy', 'term-required'],
    ['extend', '係争中', 31, 'destroy', 'term-required'],
    ['extend', '係争中', 3, 'destroy', null],
    ['extend', null, 3, 'extend', 'reason-required'],
    ['destroy', null, 3, 'destroy', 'term-not-allowed'],
  ] as const)('%s (%s, %s) against %s: %s', (measure, reason, extendYears, proposal, fault) => {
    expect(choiceFault({ measure, reason, extendYears }, { proposal, mustExtend: false })).toBe(fault);
  });

  it('law: a refused disposal is never chosen again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MEASURES), fc.string(), fc.option(fc.nat(40)), (measure, reason, extendYears) => {
        const fault = choiceFault({ measure, reason, extendYears }, { proposal: 'extend', mustExtend: true });
        return measure === 'extend' || fault === 'must-extend';
      }),
    );
  });
});

describe('DISP-9 important disposals', () => {
  const test = { deciderRankAtLeast: 70, retentionYearsAtLeast: 5 };
  it.each([
    [{ deciderRank: 70, years: 5 }, true],
    [{ deciderRank: 50, years: 30 }, false],
    [{ deciderRank: 100, years: 3 }, false],
    [{ deciderRank: null, years: null }, true],
  ])('%j: %s', (facts, important) => {
    expect(isImportant(facts, test)).toBe(important);
  });
});

describe('DISP-2 who may do what', () => {
  const standing = (given: Partial<Standing> = {}): Standing => ({
    step: 'assessment',
    underDecision: false,
    started: false,
    confirmed: false,
    toDestroy: 3,
    toTransfer: 0,
    ...given,
  });
  const nobody = { head: false, clerk: false, office: false, archivist: false, auditor: false };

  it('each part has its acts', () => {
    expect(allowedActs(standing(), { ...nobody, head: true })).toEqual(['choose', 'split', 'submit']);
    expect(allowedActs(standing(), { ...nobody, clerk: true })).toEqual(['choose', 'split']);
    expect(allowedActs(standing({ step: 'review' }), { ...nobody, office: true })).toEqual(['return', 'forward']);
    expect(allowedActs(standing({ step: 'consultation' }), { ...nobody, archivist: true })).toEqual(['opine']);
    expect(allowedActs(standing({ step: 'decision' }), { ...nobody, office: true })).toEqual(['choose', 'propose']);
    expect(allowedActs(standing({ step: 'decision', underDecision: true }), { ...nobody, office: true })).toEqual([]);
    expect(allowedActs(standing({ step: 'execution' }), { ...nobody, clerk: true })).toEqual(['execute']);
    expect(allowedActs(standing({ step: 'execution', toTransfer: 1 }), { ...nobody, archivist: true })).toEqual([
      'confirm',
      'receive',
    ]);
  });

  it('law: who has no part may do nothing, nothing is executed outside its step, and nothing after the end', () => {
    const anyStanding = fc.record({
      step: fc.constantFrom(...STEPS),
      underDecision: fc.boolean(),
      started: fc.boolean(),
      confirmed: fc.boolean(),
      toDestroy: fc.nat(5),
      toTransfer: fc.nat(5),
    });
    const anyPart = fc.record({
      head: fc.boolean(),
      clerk: fc.boolean(),
      office: fc.boolean(),
      archivist: fc.boolean(),
      auditor: fc.boolean(),
    });
    fc.assert(
      fc.property(anyStanding, anyPart, (at, part) => {
        const acts = allowedActs(at, part);
        if (allowedActs(at, nobody).length > 0) return false;
        if (at.step === 'finished') return acts.length === 0;
        return at.step === 'execution' || !acts.some((act) => ['execute', 'receive', 'confirm'].includes(act));
      }),
    );
    expect(DISPOSAL_ACTS).toHaveLength(10);
  });
});

describe('DISP-11 different persons', () => {
  const involved = {
    proposers: ['1016'],
    approvers: ['1012', '1003'],
    delegates: ['1026'],
    confirmer: '1125',
    releasers: ['1013'],
  };
  it.each([
    ['1016', 'has-proposed'],
    ['1003', 'has-approved'],
    ['1026', 'is-delegate'],
    ['1125', 'has-confirmed'],
    ['1013', 'has-released'],
    ['1055', null],
  ])('%s: %s', (staffNo, fault) => {
    expect(executorFault(staffNo, involved)).toBe(fault);
    const ofExecution = fault === 'has-confirmed' || fault === 'has-released';
    expect(confirmerFault(staffNo, involved)).toBe(ofExecution ? null : fault);
  });
});

describe('DISP-12 clocks that are believed', () => {
  const DAY = 86_400_000;
  const since = new Date('2032-04-20T01:00:00Z');
  const at = (days: number) => new Date(since.getTime() + days * DAY);
  const daily = (until: number) => Array.from({ length: until }, (_, n) => at(n));

  it('believes clocks that agree, with a day seen after the other', () => {
    expect(clockFault({ now: at(40), hostNow: at(40), lastAct: at(39), since, witnesses: daily(40) })).toBeNull();
  });

  it('a database that leaps forward by 30 years is not believed, neither alone nor with its machine', () => {
    const now = at(30 * 365);
    const facts = { now, hostNow: at(31), lastAct: at(31), since, witnesses: daily(31) };
    expect(clockFault(facts)).toBe('clocks-disagree');
    expect(clockFault({ ...facts, hostNow: now })).toBe('leapt');
    expect(clockFault({ ...facts, hostNow: now, lastAct: now })).toBe('leapt');
  });

  it('a clock that goes back is not believed', () => {
    expect(clockFault({ now: at(1), hostNow: at(1), lastAct: at(2), since, witnesses: daily(3) })).toBe(
      'runs-backwards',
    );
    expect(clockFault({ now: at(-1), hostNow: at(-1), lastAct: at(-1), since, witnesses: [] })).toBe('runs-backwards');
  });

  it('where nothing was ever recorded, nothing is destroyed', () => {
    expect(clockFault({ now: at(1), hostNow: at(1), lastAct: null, since, witnesses: [] })).toBe('leapt');
  });

  it('law: a leap of more than ten days is found, wherever it lies', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 11, max: 12_000 }),
        fc.integer({ min: 0, max: 60 }),
        (before, leap, after) => {
          const witnesses = [...daily(before), ...Array.from({ length: after }, (_, n) => at(before + leap + n))];
          const now = at(before + leap + after);
          return clockFault({ now, hostNow: now, lastAct: now, since, witnesses }) === 'leapt';
        },
      ),
    );
  });
});

describe('DISP-13 unusual volume', () => {
  it.each([
    [{ lastYear: 100, thisYear: 0, run: 200 }, false],
    [{ lastYear: 100, thisYear: 0, run: 201 }, true],
    [{ lastYear: 100, thisYear: 150, run: 51 }, true],
    [{ lastYear: 0, thisYear: 0, run: 1 }, true],
  ])('%j: %s', (facts, unusual) => {
    expect(isUnusual(facts)).toBe(unusual);
  });
});
