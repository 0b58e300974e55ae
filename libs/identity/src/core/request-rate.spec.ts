import fc from 'fast-check';
import { type Allowance, kindOf, take } from './request-rate';

describe('how often one person may ask', () => {
  it.each([
    ['GET', '/api/v1/inbox', 'reads'],
    ['GET', '/api/v1/search', 'searches'],
    ['GET', '/api/v1/search/suggestions', 'searches'],
    ['POST', '/api/v1/search/exports', 'searches'],
    ['GET', '/api/v1/researchers', 'reads'],
    ['POST', '/api/v1/uploads', 'uploads'],
    ['POST', '/api/v1/documents/x/acts', 'writes'],
  ])('ID-18 %s %s counts among %s', (method, path, kind) => {
    expect(kindOf(method, path)).toBe(kind);
  });

  it('ID-18 a full minute at once, then evenly', () => {
    let allowance: Allowance | undefined;
    const ask = (at: number) => {
      const { after, waitMs } = take(allowance, 60, at);
      allowance = after;
      return waitMs;
    };
    for (let n = 0; n < 60; n++) expect(ask(0)).toBe(0);
    expect(ask(0)).toBe(1000);
    expect(ask(999)).toBeCloseTo(1);
    expect(ask(1000)).toBe(0);
    expect(ask(1000)).toBe(1000);
  });

  it('ID-18 over any time nobody gets more than the allowance and what it refilled', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), gaps, (perMinute, pauses) => {
        let [allowance, at, welcome]: [Allowance | undefined, number, number] = [undefined, 0, 0];
        for (const pause of pauses) {
          at += pause;
          const { after, waitMs } = take(allowance, perMinute, at);
          allowance = after;
          if (waitMs === 0) welcome++;
        }
        expect(welcome).toBeLessThanOrEqual(perMinute + (at * perMinute) / 60_000 + 1e-6);
      }),
    );
  });
});
