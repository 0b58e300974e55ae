import fc from 'fast-check';
import { ExpressionFault, holds, namesIn, parseExpression } from './expression';

const is = (source: string, names: Record<string, unknown> = {}) => holds(parseExpression(source), names);

describe('conditions of the delegation table', () => {
  it.each([
    ['method == "随意契約" and amount > 1300000', { method: '随意契約', amount: 1_300_001 }, true],
    ['method == "随意契約" and amount > 1300000', { method: '随意契約', amount: 1_300_000 }, false],
    ['disposition != "不許可"', { disposition: '許可' }, true],
    ['important', { important: true }, true],
    ['important', {}, false],
    ['not important or amount <= 10', { amount: 11 }, true],
    ['not (a or b)', { b: true }, false],
    ['a or b and c', { a: true }, true],
    ['(a or b) and c', { a: true }, false],
    ['金額 >= 100', { 金額: 100 }, true],
  ])('%s with %j is %s', (source, names, expected) => {
    expect(is(source, names)).toBe(expected);
  });

  it('an unknown name or values without an order make a comparison false, never an error', () => {
    expect(is('amount > 5')).toBe(false);
    expect(is('kind > "a"', { kind: 'b' })).toBe(false);
    expect(is('constructor == "x"', {})).toBe(false);
    expect(is('__proto__', {})).toBe(false);
  });

  it.each(['', 'and', 'a b', '(a', 'a ==', '"open', 'a = 1', 'a; process.exit()', '1 +'])(
    'refuses %j and says where',
    (source) => {
      expect(() => parseExpression(source)).toThrow(ExpressionFault);
    },
  );

  it('names everything it asks for', () => {
    expect(namesIn(parseExpression('a == 1 and not (b or "c" != d)'))).toEqual(['a', 'b', 'd']);
  });

  it('never throws anything but an ExpressionFault, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        try {
          holds(parseExpression(source), {});
          return true;
        } catch (error) {
          return error instanceof ExpressionFault;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
