import { type CopyLine, type Entry, type SealMode, type Step, type StepOf, standing, stepsOf } from './entries';

/** What the rules look at: the document, its numbers that stand, and the steps taken. */
export interface ExecutionFacts {
  /** State of the document (domain 2.8). */
  readonly documentState: string;
  /** Whether its matter type goes out at all. */
  readonly executes: boolean;
  readonly waived: boolean;
  readonly drafter: string;
  /** 施行番号 that stand, as written. */
  readonly numbers: readonly string[];
  readonly entries: readonly Entry[];
  readonly collationByOther: boolean;
}

export interface ExecutionState extends ExecutionFacts {
  readonly copy: StepOf<'clean_copy'> | null;
  readonly collation: StepOf<'collation'> | null;
  readonly seal: StepOf<'seal'> | null;
  readonly dispatches: readonly StepOf<'dispatch'>[];
  /** Addressees to whom nothing has gone yet, and whose number stands. */
  readonly remaining: readonly CopyLine[];
  /** The step that an undoing would undo. */
  readonly last: Step | null;
}

/** EXE-2 Where the execution of a document stands, from its entries alone. */
export function executionState(facts: ExecutionFacts): ExecutionState {
  const steps = standing(facts.entries);
  const copy = stepsOf(steps, 'clean_copy').at(-1) ?? null;
  const dispatches = stepsOf(steps, 'dispatch');
  const gone = new Set(dispatches.flatMap(({ particulars }) => particulars.lines.map(({ line }) => line)));
  const lines = copy?.particulars.lines ?? [];
  return {
    ...facts,
    copy,
    collation: stepsOf(steps, 'collation').at(-1) ?? null,
    seal: stepsOf(steps, 'seal').at(-1) ?? null,
    dispatches,
    remaining: lines.filter(({ line, number }) => !gone.has(line) && facts.numbers.includes(number)),
    last: steps.filter(({ kind }) => kind !== 'addition').at(-1) ?? null,
  };
}

/** EXE-3 A seal that is applied or printed goes into the register of seals (公印台帳); the other modes know none. */
export function needsSeal(mode: SealMode): boolean {
  return mode === 'printed' || mode === 'applied';
}
