import * as fc from 'fast-check';
import { rulesOf, stepsOf } from './rule-steps';

const word = fc.string({ minLength: 1, maxLength: 4 });
const terms = fc.record({
  basis: fc.constantFrom('closed', 'created', 'event'),
  years: fc.option(fc.nat(30)),
  label: word,
});
const floor = fc.option(fc.record({ years: fc.integer({ min: 1, max: 30 }), law: word }));
const byCode = <T extends { code: string }>(all: readonly T[]) => new Map(all.map((one) => [one.code, one]));

describe('steps of changed rules', () => {
  it('FIL-8 what is written down of changed rules says the same rules again', () => {
    const termsChange = fc.record({ code: word, before: terms, after: terms });
    const classChange = fc
      .record({ code: word, from: word, to: word, floor, floorChanges: fc.boolean() })
      .map((change) => (change.floorChanges ? change : { ...change, floor: null }));
    fc.assert(
      fc.property(fc.array(termsChange), fc.array(classChange), (changed, moved) => {
        const rules = { terms: byCode(changed), classes: byCode(moved), now: new Map() };
        const written = JSON.parse(JSON.stringify(stepsOf(rules)));
        expect(rulesOf(written, new Map())).toEqual(rules);
      }),
    );
  });
});
