import { localDate } from '@fubako/kernel';
import type { Hold } from '../hold';
import { FILE_ACTS, type FileFacts, fileActs } from './file-acts';

const continuing = {
  continuing: false,
  state: 'closed',
  lastDay: localDate('2026-06-01'),
  openDocuments: 0,
  closedByHand: true,
  custody: 'office',
  isListed: false,
  isExtended: false,
  isFollowed: false,
  fiscalYear: 2026,
  adjustmentPeriod: false,
  gathersYears: false,
  isOvertaken: false,
  isPlanned: false,
};
const contents = { state: 'closed', medium: 'electronic', documents: 1, papers: 0 };
const facts: FileFacts = {
  continuing,
  contents,
  state: 'closed',
  basis: 'event',
  years: 5,
  expiresOn: localDate('2032-03-31'),
  today: localDate('2032-04-01'),
  hold: null,
  isKeeper: true,
  isHead: true,
  isOffice: true,
};
const HOLD: Hold = {
  id: 'h',
  ground: 'lawsuit',
  caseNo: null,
  reason: '係争',
  triggeredOn: localDate('2026-05-01'),
  decidedOn: null,
  endsOn: null,
  placedByName: '千葉',
};
const OF_KIND: readonly string[] = ['make_continuing', 'make_yearly', 'close_file', 'reopen', 'remove'];
const OF_EVERY_FILE = FILE_ACTS.filter((act) => !OF_KIND.includes(act));
const refused = (given: Partial<FileFacts>) => fileActs({ ...facts, ...given }, 'en').filter(({ allowed }) => !allowed);

describe('what may be done with a file', () => {
  it('KEEP-5 everything by the records office with a file that has expired', () => {
    expect(fileActs(facts, 'ja').map(({ act, allowed }) => [act, allowed])).toEqual(
      OF_EVERY_FILE.map((act) => [act, act !== 'review']),
    );
  });

  it('KEEP-3 what is held is refiled by the records office alone, which carries the holds along', () => {
    const ofRefiling = (isOffice: boolean) =>
      fileActs({ ...facts, hold: HOLD, isOffice }, 'en').find(({ act }) => act === 'refile')?.reason;
    expect(ofRefiling(true)).toBeNull();
    expect(ofRefiling(false)).toBe('Held for a lawsuit until it is concluded.');
  });

  it('KEEP-5 every refusal says why', () => {
    expect(refused({ expiresOn: null }).map(({ act }) => act)).toEqual(['extend', 'review', 'dispose']);
    expect(refused({ today: localDate('2032-03-31') })).toContainEqual({
      act: 'dispose',
      allowed: false,
      reason: 'Its expiry, 31 Mar 2032, has not passed.',
    });
    expect(refused({ basis: 'closed' }).map(({ act }) => act)).toEqual(['set_event', 'review']);
    expect(refused({ isKeeper: false, isHead: false, isOffice: false }).map(({ act }) => act)).toEqual(
      OF_EVERY_FILE.filter((act) => act !== 'dispose'),
    );
    expect(refused({ years: null, expiresOn: null }).map(({ act }) => act)).toEqual(['extend', 'dispose']);
    expect(refused({ state: 'disposed' })).toHaveLength(OF_EVERY_FILE.length);
    for (const language of ['ja', 'en'] as const)
      expect(fileActs({ ...facts, state: 'transferred' }, language).every(({ reason }) => reason !== null)).toBe(true);
  });

  it.each([
    ['close_file', 'open', {}, null],
    ['close_file', 'open', { openDocuments: 2 }, 'Documents in it are not closed. Close them first.'],
    ['reopen', 'closed', {}, null],
    ['reopen', 'closed', { closedByHand: false }, 'It is not a continuing file that somebody closed.'],
    ['reopen', 'closed', { custody: 'stack' }, 'It lies in the stacks. Have it given back first.'],
    ['reopen', 'closed', { isListed: true }, 'It is on a hand-over list or in a batch of disposal.'],
    ['reopen', 'closed', { isExtended: true }, 'It was extended after it had been closed.'],
    ['reopen', 'closed', { isFollowed: true }, 'The next file takes documents already.'],
  ] as const)('CONT-2 CONT-4 a continuing file offers %s while it is %s: %j %s', (act, state, given, reason) => {
    const offered = (isKeeper: boolean) =>
      fileActs(
        { ...facts, state, isKeeper, continuing: { ...continuing, continuing: true, state, ...given } },
        'en',
      ).filter((one) => one.act === act);
    expect(offered(true)).toEqual([{ act, allowed: reason === null, reason }]);
    expect(offered(false)).toMatchObject([{ act, allowed: false }]);
  });

  it.each([
    [{}, null],
    [{ isListed: true }, 'It is on a hand-over list or in a batch of disposal.'],
    [{ isExtended: true }, 'It was extended.'],
    [{ isOvertaken: true }, 'The file of a later year takes its documents already.'],
    [
      { isPlanned: true },
      'The plan of the next year is confirmed: the records office takes that back first, or wait until the year has begun.',
    ],
  ] as const)('CONT-5 an open file becomes a continuing one, whatever holds it: %j %s', (given, reason) => {
    const open = { ...facts, state: 'open', hold: HOLD, continuing: { ...continuing, state: 'open', ...given } };
    const offered = (isKeeper: boolean) =>
      fileActs({ ...open, isKeeper }, 'en').filter(({ act }) => OF_KIND.includes(act));
    expect(offered(true)).toEqual([{ act: 'make_continuing', allowed: reason === null, reason }]);
    expect(offered(false)).toMatchObject([{ allowed: false }]);
  });

  it.each([
    ['2027-03-31', {}, null, null],
    ['2027-05-31', { adjustmentPeriod: true }, null, null],
    ['2027-04-01', {}, null, 'Its year is over. Close it when it is no longer used.'],
    ['2027-03-31', { gathersYears: true }, null, 'It holds documents of other years. Refile them first.'],
    ['2027-03-31', { isListed: true }, null, 'It is on a hand-over list or in a batch of disposal.'],
    ['2027-03-31', {}, HOLD, 'Held for a lawsuit until it is concluded.'],
  ] as const)('CONT-6 a continuing file ends with its year again on %s: %j %j %s', (today, given, hold, reason) => {
    const inUse = { ...continuing, continuing: true, state: 'open', ...given };
    const offered = fileActs({ ...facts, state: 'open', today: localDate(today), hold, continuing: inUse }, 'en');
    expect(offered).toContainEqual({ act: 'make_yearly', allowed: reason === null, reason });
    expect(offered).toContainEqual({ act: 'review', allowed: true, reason: null });
  });

  it('EMPTY-1 only what was closed without anything in it is taken off the register, by the records office, and not under a hold', () => {
    const offered = (given: Partial<FileFacts>) =>
      fileActs({ ...facts, contents: { ...contents, documents: 0 }, ...given }, 'en').find(
        ({ act }) => act === 'remove',
      );
    expect(offered({})).toEqual({ act: 'remove', allowed: true, reason: null });
    expect(offered({ isOffice: false })).toMatchObject({ allowed: false, reason: 'For the records office.' });
    expect(offered({ hold: HOLD })).toMatchObject({
      allowed: false,
      reason: 'Held for a lawsuit until it is concluded.',
    });
    for (const other of [{ documents: 1 }, { papers: 1 }, { medium: 'paper' }, { state: 'open' }])
      expect(offered({ contents: { ...contents, documents: 0, ...other } })).toBeUndefined();
  });
});
