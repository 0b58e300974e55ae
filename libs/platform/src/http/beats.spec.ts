import { EventEmitter } from 'node:events';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import fc from 'fast-check';
import { type Observable, lastValueFrom, defer } from 'rxjs';
import { Beats } from './beats';
import { BeatInterceptor, OnTheBeat } from './beat.interceptor';

const elapsed = fc.double({ min: 0, max: 60_000, noNaN: true });
const firsts = fc.integer({ min: 1, max: 2000 });

describe('Beats', () => {
  it.each([
    [0, 100],
    [99.9, 100],
    [100, 100],
    [100.1, 200],
    [201, 400],
    [1700, 3200],
  ])('SEA-42 let work of %d ms leave at %d ms', (ms, beat) => expect(new Beats(100).beatAfter(ms)).toBe(beat));

  it('SEA-42 come no sooner than the work is done, and are those of every other work that ends between the same two', () => {
    fc.assert(
      fc.property(elapsed, elapsed, firsts, (one, other, first) => {
        const beats = new Beats(first);
        const beat = beats.beatAfter(one);
        expect(beat).toBeGreaterThanOrEqual(one);
        expect(Number.isInteger(Math.log2(beat / first))).toBe(true);
        if (other > beat / 2 && other <= beat) expect(beats.beatAfter(other)).toBe(beat);
        expect(beat === first || one > beat / 2).toBe(true);
      }),
    );
  });

  it('SEA-42 are off at nought, and end after a minute', () => {
    expect(new Beats(0).beatAfter(12.5)).toBe(12.5);
    expect(new Beats(100).beatAfter(60_001)).toBe(60_001);
  });
});

class Doors {
  @OnTheBeat()
  told(): void {}

  other(): void {}
}

describe('An answer on the beat', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const setOut = (handler: () => void, work: () => Promise<unknown>) => {
    const response = Object.assign(new EventEmitter(), { writableEnded: false });
    const context = {
      getHandler: () => handler,
      getClass: () => Doors,
      switchToHttp: () => ({ getRequest: () => request, getResponse: () => response }),
    } as unknown as ExecutionContext;
    const request = {};
    const interceptor = new BeatInterceptor(new Beats(100), new Reflector());
    const answer = interceptor.intercept(context, { handle: () => defer(work) } as CallHandler) as Observable<unknown>;
    const left: { at: number | null; as: unknown } = { at: null, as: null };
    const started = Date.now();
    const leave = (as: unknown) => Object.assign(left, { at: Date.now() - started, as });
    void lastValueFrom(answer).then(leave, leave);
    return { response, left };
  };
  const taking = (ms: number, ends: () => unknown) => async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return ends();
  };
  const refused = () => {
    throw new Error('refused');
  };

  it.each([
    ['an answer', () => 'found'],
    ['a refusal', refused],
  ])('SEA-42 leaves at the first beat after its work, be it %s', async (_, ends) => {
    for (const [ms, beat] of [
      [3, 100],
      [97, 100],
      [120, 200],
    ] as const) {
      const { left } = setOut(Doors.prototype.told, taking(ms, ends));
      await jest.advanceTimersByTimeAsync(beat - 1);
      expect(left.at).toBeNull();
      await jest.advanceTimersByTimeAsync(1);
      expect(left).toEqual({ at: beat, as: ends === refused ? new Error('refused') : 'found' });
    }
  });

  it('SEA-42 waits for nobody who has gone: no clock is left running', async () => {
    const { response, left } = setOut(
      Doors.prototype.told,
      taking(3, () => 'found'),
    );
    await jest.advanceTimersByTimeAsync(3);
    expect(jest.getTimerCount()).toBe(1);
    response.emit('close');
    await jest.advanceTimersByTimeAsync(0);
    expect(jest.getTimerCount()).toBe(0);
    expect(left.at).toBe(3);
  });

  it('does not wait where nothing hidden is asked', async () => {
    const { left } = setOut(
      Doors.prototype.other,
      taking(3, () => 'read'),
    );
    await jest.advanceTimersByTimeAsync(3);
    expect(left).toEqual({ at: 3, as: 'read' });
  });
});
