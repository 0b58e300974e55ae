export interface BatchTimes {
  readonly stoppedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** Where 一括処理 stands that the worker goes on with in chunks, and what its keeper may do: it is stopped and taken up at will. */
export function standingOf({ stoppedAt, finishedAt }: BatchTimes): { state: string; allowed: string[] } {
  if (finishedAt) return { state: 'finished', allowed: [] };
  return stoppedAt ? { state: 'stopped', allowed: ['resume'] } : { state: 'running', allowed: ['stop'] };
}
