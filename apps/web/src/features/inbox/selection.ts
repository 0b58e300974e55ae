/**
 * Cursor and ticks of the list. Rows are named by their key; `keys` is always the list as shown, in its order, and `tickable`
 * those of it that several acts can be done to.
 */
export interface Selection {
  readonly cursor: string | null;
  readonly anchor: string | null;
  readonly selected: ReadonlySet<string>;
}

export type SelectionAction =
  | { readonly type: 'place'; readonly key: string }
  | { readonly type: 'move'; readonly keys: readonly string[]; readonly by: number }
  | { readonly type: 'toggle'; readonly key: string }
  | { readonly type: 'toggle-and-step'; readonly keys: readonly string[]; readonly tickable: readonly string[] }
  | {
      readonly type: 'extend';
      readonly keys: readonly string[];
      readonly tickable: readonly string[];
      readonly by: number;
    }
  | { readonly type: 'range'; readonly keys: readonly string[]; readonly to: string }
  | { readonly type: 'all'; readonly keys: readonly string[] }
  | { readonly type: 'clear' }
  | { readonly type: 'leave'; readonly keys: readonly string[]; readonly gone: ReadonlySet<string> };

export const noSelection: Selection = { cursor: null, anchor: null, selected: new Set() };

const flip = (selected: ReadonlySet<string>, key: string) => {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
};

function stepped(keys: readonly string[], cursor: string | null, by: number): string | null {
  const at = cursor === null ? -1 : keys.indexOf(cursor);
  const to = at < 0 ? 0 : Math.min(Math.max(at + by, 0), keys.length - 1);
  return keys[to] ?? null;
}

/** The row to stand on when rows leave: the next one that stays, else the one before. */
function neighbour(keys: readonly string[], cursor: string | null, gone: ReadonlySet<string>): string | null {
  if (cursor === null || !gone.has(cursor)) return cursor;
  const at = keys.indexOf(cursor);
  const stays = (key: string) => !gone.has(key);
  return keys.slice(at + 1).find(stays) ?? keys.slice(0, Math.max(at, 0)).reverse().find(stays) ?? null;
}

function between(keys: readonly string[], from: string | null, to: string): readonly string[] {
  const ends = [from === null ? -1 : keys.indexOf(from), keys.indexOf(to)].sort((a, b) => a - b);
  const [first = -1, last = -1] = ends;
  return first < 0 ? [to] : keys.slice(first, last + 1);
}

export function selectionReducer(state: Selection, action: SelectionAction): Selection {
  switch (action.type) {
    case 'place':
      return state.cursor === action.key ? state : { ...state, cursor: action.key };
    case 'move':
      return { ...state, cursor: stepped(action.keys, state.cursor, action.by) };
    case 'toggle':
      return { ...state, anchor: action.key, selected: flip(state.selected, action.key) };
    case 'toggle-and-step': {
      if (state.cursor === null) return state;
      const cursor = stepped(action.keys, state.cursor, 1);
      if (!action.tickable.includes(state.cursor)) return { ...state, cursor };
      return { cursor, anchor: state.cursor, selected: flip(state.selected, state.cursor) };
    }
    case 'extend': {
      const cursor = stepped(action.keys, state.cursor, action.by);
      const passed = action.tickable.filter((key) => key === state.cursor || key === cursor);
      return { ...state, cursor, selected: new Set([...state.selected, ...passed]) };
    }
    case 'range':
      return {
        ...state,
        selected: new Set([...state.selected, ...between(action.keys, state.anchor ?? state.cursor, action.to)]),
      };
    case 'all': {
      const everything = action.keys.every((key) => state.selected.has(key));
      return { ...state, selected: everything ? new Set() : new Set(action.keys) };
    }
    case 'clear':
      return { ...state, anchor: null, selected: new Set() };
    case 'leave':
      return {
        cursor: neighbour(action.keys, state.cursor, action.gone),
        anchor: null,
        selected: new Set([...state.selected].filter((key) => !action.gone.has(key))),
      };
  }
}
