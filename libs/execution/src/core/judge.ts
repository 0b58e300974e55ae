import type { StepKind } from './entries';
import { type ExecutionState, needsSeal } from './execution-state';

export const EXECUTION_ACTS = [
  'number',
  'clean_copy',
  'collate',
  'seal',
  'dispatch',
  'undo',
  'waive',
  'abandon',
  'add',
] as const;
export type ExecutionAct = (typeof EXECUTION_ACTS)[number];

/** What somebody is to a document that is being executed. */
export interface Standing {
  readonly staffNo: string;
  /** 文書主任 of the section, or the records office. */
  readonly clerk: boolean;
  /** The head of the section (文書管理責任者), or the records office. */
  readonly manager: boolean;
  /** 文書主管課 */
  readonly officer: boolean;
  /** Somebody of the section. */
  readonly colleague: boolean;
  /** 公印管守者 */
  readonly sealKeeper: boolean;
}

export type RefusalCode =
  | 'not-decided'
  | 'nothing-to-execute'
  | 'waived'
  | 'executed'
  | 'closed'
  | 'number-missing'
  | 'copy-missing'
  | 'not-collated'
  | 'no-seal'
  | 'not-sealed'
  | 'done-already'
  | 'dispatched'
  | 'nothing-to-undo'
  | 'collate-by-other'
  | 'seal-keeper-only'
  | 'not-yours';

export interface Refusal {
  readonly code: RefusalCode;
  readonly rule: string;
}

const no = (code: RefusalCode, rule = 'RULE-65'): Refusal => ({ code, rule });

/** EXE-4 Whether the act is lawful now and for this person: null, or why not. The state is asked before the person. */
export function judge(state: ExecutionState, act: ExecutionAct, who: Standing): Refusal | null {
  return stageObstacle(state, act) ?? OBSTACLES[act](state) ?? personObstacle(state, act, who);
}

/** EXE-5 Nothing goes out before the decision, after the execution is finished, or when it was found unnecessary. */
function stageObstacle({ documentState, executes, waived }: ExecutionState, act: ExecutionAct): Refusal | null {
  if (act === 'add') return isDecided(documentState) ? null : no('not-decided', 'RULE-61');
  if (!isDecided(documentState)) return no('not-decided');
  if (documentState === 'closed') return no('closed', 'RULE-81');
  if (act === 'undo') return null;
  if (documentState === 'executed') return no('executed');
  if (act === 'abandon') return null;
  if (!executes) return no('nothing-to-execute');
  return waived ? no('waived') : null;
}

const isDecided = (state: string): boolean => ['decided', 'executed', 'closed'].includes(state);

/** EXE-6 Decided text → number → clean copy → collation → seal → dispatch, each after the one before. */
const OBSTACLES: Readonly<Record<ExecutionAct, (state: ExecutionState) => Refusal | null>> = {
  number: ({ copy }) => (copy ? no('done-already') : null),
  clean_copy: ({ numbers, copy }) => (copy ? no('done-already') : numbers.length === 0 ? no('number-missing') : null),
  collate: ({ copy, collation }) => (collation ? no('done-already') : copy ? null : no('copy-missing')),
  seal: sealObstacle,
  dispatch: dispatchObstacle,
  undo: ({ last }) => (last ? null : no('nothing-to-undo')),
  waive: ({ dispatches }) => (dispatches.length > 0 ? no('dispatched') : null),
  abandon: ({ dispatches }) => (dispatches.length > 0 ? no('dispatched', 'RULE-52') : null),
  add: () => null,
};

function sealObstacle({ copy, collation, seal }: ExecutionState): Refusal | null {
  if (seal) return no('done-already');
  if (!copy) return no('copy-missing');
  if (!needsSeal(copy.particulars.sealMode)) return no('no-seal');
  return collation ? null : no('not-collated');
}

function dispatchObstacle({ numbers, copy, collation, seal }: ExecutionState): Refusal | null {
  if (numbers.length === 0) return no('number-missing');
  if (!copy) return no('copy-missing');
  if (!collation) return no('not-collated');
  return needsSeal(copy.particulars.sealMode) && !seal ? no('not-sealed') : null;
}

/** EXE-7 Who may do what; the person who wrote the text does not collate it (`collationByOther`). */
function personObstacle(state: ExecutionState, act: ExecutionAct, who: Standing): Refusal | null {
  return RIGHTS[act](state, who);
}

const only = (right: boolean, rule?: string): Refusal | null => (right ? null : no('not-yours', rule));
const executes = ({ drafter }: ExecutionState, who: Standing): boolean =>
  who.staffNo === drafter || who.clerk || who.manager;

const RIGHTS: Readonly<Record<ExecutionAct, (state: ExecutionState, who: Standing) => Refusal | null>> = {
  number: (_, who) => only(who.clerk, 'RULE-75'),
  clean_copy: (state, who) => only(executes(state, who)),
  collate: collatorObstacle,
  seal: (_, who) => (who.sealKeeper ? null : no('seal-keeper-only')),
  dispatch: (state, who) => only(executes(state, who)),
  undo: undoObstacle,
  waive: (_, who) => only(who.manager),
  abandon: (_, who) => only(who.officer, 'RULE-52'),
  add: (_, who) => only(who.manager, 'RULE-61'),
};

function collatorObstacle(state: ExecutionState, who: Standing): Refusal | null {
  if (!executes(state, who) && !who.colleague) return no('not-yours');
  const wrote = who.staffNo === state.drafter || who.staffNo === state.copy?.recordedBy;
  return wrote && state.collationByOther ? no('collate-by-other') : null;
}

const ACT_OF: Readonly<Record<StepKind, ExecutionAct>> = {
  clean_copy: 'clean_copy',
  collation: 'collate',
  seal: 'seal',
  dispatch: 'dispatch',
  waiver: 'waive',
  addition: 'add',
};

/** EXE-8 The last step that stands is undone, by whoever recorded it, whoever may take it, or the records office. */
function undoObstacle(state: ExecutionState, who: Standing): Refusal | null {
  if (!state.last || who.officer || who.staffNo === state.last.recordedBy) return null;
  return personObstacle({ ...state, last: null }, ACT_OF[state.last.kind], who);
}
