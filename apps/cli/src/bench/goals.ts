import { tell } from './figures';

/** How far a figure may go, in the words of the goals table: nothing means that it is only reported. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number } | { readonly exactly: number } | 'report';

export interface JudgedFigure {
  /** Null when this run was too small to measure it. */
  readonly value: number | null;
  readonly goal: string;
  /** Null where there is nothing to reach, or nothing was measured. */
  readonly reached: boolean | null;
}

/** Each figure beside its goal, on the screen and for the JSON line. */
export function judge(
  goals: Readonly<Record<string, Goal>>,
  measured: Readonly<Record<string, number | null | undefined>>,
): Readonly<Record<string, JudgedFigure>> {
  const judged = Object.fromEntries(
    Object.entries(goals).map(([name, goal]) => [name, judgedFigure(measured[name] ?? null, goal)]),
  );
  for (const [name, { value, goal, reached }] of Object.entries(judged))
    tell(`${name.padEnd(24)} ${String(value ?? '–').padStart(9)}  goal ${goal.padEnd(8)} ${verdict(reached)}`);
  return judged;
}

function judgedFigure(value: number | null, goal: Goal): JudgedFigure {
  if (goal === 'report') return { value, goal, reached: null };
  if ('atMost' in goal)
    return { value, goal: `<= ${goal.atMost}`, reached: value === null ? null : value <= goal.atMost };
  if ('atLeast' in goal)
    return { value, goal: `>= ${goal.atLeast}`, reached: value === null ? null : value >= goal.atLeast };
  return { value, goal: `= ${goal.exactly}`, reached: value === null ? null : value === goal.exactly };
}

function verdict(reached: boolean | null): string {
  if (reached === null) return '';
  return reached ? 'reached' : 'MISSED';
}
