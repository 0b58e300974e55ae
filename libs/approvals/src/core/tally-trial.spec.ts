import fc from 'fast-check';
import type { RouteDifference, Say } from './compare-routes';
import { tallyTrial } from './tally-trial';

const say = (postCode: string): Say => ({ postCode, postTitle: postCode, unitName: '福祉課', kind: 'line' });
const posts = ['課長', '部長', '町長'];
const decision = fc.option(fc.constantFrom(...posts).map((code) => ({ label: code, decider: say(code) })));
const differences = fc.array(
  fc.record({
    changed: fc.boolean(),
    before: decision,
    after: decision,
    gained: fc.subarray(posts).map((codes) => codes.map(say)),
    lost: fc.subarray(posts).map((codes) => codes.map(say)),
  }),
);
const sum = (says: readonly { count: number }[]): number => says.reduce((total, { count }) => total + count, 0);

describe('tallyTrial', () => {
  it('WHATIF-2 what is gained and lost adds up over the matters that change, each post once', () => {
    fc.assert(
      fc.property(differences, (made) => {
        const { changed, gained, lost } = tallyTrial(made);
        const moved = made.filter((one) => one.changed);
        expect(changed).toBe(moved.length);
        expect(sum(gained)).toBe(moved.flatMap((one) => one.gained).length);
        expect(sum(lost)).toBe(moved.flatMap((one) => one.lost).length);
        expect(new Set(gained.map(({ postCode }) => postCode)).size).toBe(gained.length);
      }),
    );
  });

  it('WHATIF-2 counts another decider, and a route that is lost', () => {
    const one = (before: string | null, after: string | null): RouteDifference => ({
      changed: true,
      before: before === null ? null : { label: before, decider: say(before) },
      after: after === null ? null : { label: after, decider: say(after) },
      gained: [],
      lost: [],
    });
    expect(tallyTrial([one('部長', '課長'), one('部長', '部長'), one('部長', null)])).toMatchObject({
      changed: 3,
      deciderChanged: 2,
      stranded: 1,
    });
  });
});
