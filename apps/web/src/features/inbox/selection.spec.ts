import fc from 'fast-check';
import { noSelection, selectionReducer, type Selection, type SelectionAction } from './selection';

const keys = ['a', 'b', 'c', 'd'];
const run = (actions: readonly SelectionAction[], from: Selection = noSelection) =>
  actions.reduce(selectionReducer, from);
const at = (cursor: string, ...selected: string[]): Selection => ({
  cursor,
  anchor: null,
  selected: new Set(selected),
});

describe('cursor and ticks of the inbox', () => {
  test('the cursor stops at both ends', () => {
    expect(run([{ type: 'move', keys, by: 1 }]).cursor).toBe('a');
    expect(run([{ type: 'move', keys, by: -1 }], at('a')).cursor).toBe('a');
    expect(run([{ type: 'move', keys, by: 1 }], at('d')).cursor).toBe('d');
    expect(run([{ type: 'move', keys: [], by: 1 }], at('a')).cursor).toBeNull();
  });

  test('X ticks the row and steps on', () => {
    const state = run(
      [
        { type: 'toggle-and-step', keys, tickable: keys },
        { type: 'toggle-and-step', keys, tickable: keys },
      ],
      at('a'),
    );
    expect([state.cursor, [...state.selected]]).toEqual(['c', ['a', 'b']]);
  });

  test('shift with J extends over the rows passed', () => {
    const state = run(
      [
        { type: 'extend', keys, tickable: keys, by: 1 },
        { type: 'extend', keys, tickable: keys, by: 1 },
      ],
      at('b'),
    );
    expect([state.cursor, [...state.selected]]).toEqual(['d', ['b', 'c', 'd']]);
  });

  test('a row that is judged by itself (a returned draft, 代決) is stepped over without a tick', () => {
    const tickable = ['a', 'd'];
    const step = { type: 'toggle-and-step', keys, tickable } as const;
    expect(run([step, step], at('a'))).toMatchObject({ cursor: 'c', selected: new Set(['a']) });
    const extend = { type: 'extend', keys, tickable, by: 1 } as const;
    expect(run([extend, extend, extend], at('a'))).toMatchObject({ cursor: 'd', selected: new Set(['a', 'd']) });
    expect(run([extend], at('b')).selected.size).toBe(0);
  });

  test('a shift click takes the range from the last tick, else from the cursor, in either direction', () => {
    expect(
      [
        ...run([
          { type: 'toggle', key: 'c' },
          { type: 'range', keys, to: 'a' },
        ]).selected,
      ].sort(),
    ).toEqual(['a', 'b', 'c']);
    expect([...run([{ type: 'range', keys, to: 'b' }]).selected]).toEqual(['b']);
    expect([
      ...run([
        { type: 'place', key: 'a' },
        { type: 'range', keys, to: 'c' },
      ]).selected,
    ]).toEqual(['a', 'b', 'c']);
  });

  test('* ticks what is shown, and again unticks it', () => {
    const all = run([{ type: 'all', keys }]);
    expect([...all.selected]).toEqual(keys);
    expect(run([{ type: 'all', keys }], all).selected.size).toBe(0);
  });

  test('after an act the cursor stands on the next row that stays, or the one before', () => {
    expect(run([{ type: 'leave', keys, gone: new Set(['b', 'c']) }], at('b', 'b', 'd'))).toMatchObject({
      cursor: 'd',
      selected: new Set(['d']),
    });
    expect(run([{ type: 'leave', keys, gone: new Set(['d']) }], at('d')).cursor).toBe('c');
    expect(run([{ type: 'leave', keys, gone: new Set(keys) }], at('b')).cursor).toBeNull();
    expect(run([{ type: 'leave', keys, gone: new Set(['a']) }], at('c')).cursor).toBe('c');
  });

  test('n acts one after another empty a list of n rows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(59), (size, start) => {
        let list = Array.from({ length: size }, (_, index) => `k${index}`);
        let state: Selection = at(list[start % size] ?? 'k0');
        for (let press = 0; press < size; press += 1) {
          const gone = new Set([state.cursor ?? '']);
          state = selectionReducer(state, { type: 'leave', keys: list, gone });
          list = list.filter((key) => !gone.has(key));
        }
        expect([list, state.cursor]).toEqual([[], null]);
      }),
    );
  });
});
