import type { Dispatch } from 'react';
import { actShortcuts, type ActsByKey } from '../../shared/acts/act-shortcuts';
import { useShortcuts } from '../../shared/keys/shortcuts';
import type { SelectionAction } from './selection';

interface InboxCommands {
  keys: readonly string[];
  tickable: readonly string[];
  dispatch: Dispatch<SelectionAction>;
  approve: () => void;
  acts: ActsByKey;
  sendBack: () => void;
  undo: () => void;
  markRead: () => void;
  open: () => void;
  turnTab: (by: number) => void;
}

/** The keys of the inbox; the key help lists them from here. */
export function useInboxShortcuts(commands: InboxCommands): void {
  const { keys, tickable, dispatch } = commands;
  useShortcuts([
    { keys: ['j', 'ArrowDown'], label: 'key.next', run: () => dispatch({ type: 'move', keys, by: 1 }) },
    { keys: ['k', 'ArrowUp'], label: 'key.previous', run: () => dispatch({ type: 'move', keys, by: -1 }) },
    { keys: ['x'], label: 'key.tick', run: () => dispatch({ type: 'toggle-and-step', keys, tickable }) },
    { keys: ['J'], label: 'key.extendDown', run: () => dispatch({ type: 'extend', keys, tickable, by: 1 }) },
    { keys: ['K'], label: 'key.extendUp', run: () => dispatch({ type: 'extend', keys, tickable, by: -1 }) },
    { keys: ['*'], label: 'key.tickAll', run: () => dispatch({ type: 'all', keys: tickable }) },
    { keys: ['Enter', 'o'], label: 'key.toDocument', run: commands.open },
    { keys: ['a'], label: 'key.approve', run: commands.approve },
    { keys: ['r'], label: 'key.return', run: commands.sendBack },
    ...actShortcuts(commands.acts).filter(({ keys: [key] }) => key !== 'r'),
    { keys: ['v'], label: 'key.markRead', run: commands.markRead },
    { keys: ['z'], label: 'key.undo', run: commands.undo },
    { keys: [']'], label: 'key.nextTab', run: () => commands.turnTab(1) },
    { keys: ['['], label: 'key.previousTab', run: () => commands.turnTab(-1) },
  ]);
}
