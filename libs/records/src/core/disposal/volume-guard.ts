/** Documents that were destroyed in a fiscal year. */
export interface VolumeFacts {
  readonly lastYear: number;
  readonly thisYear: number;
  readonly run: number;
}

const USUAL_TIMES = 2;

/**
 * DISP-13 Whether a third person has to agree: with this run the year would see more than twice the volume of the last.
 * Where nothing was ever disposed of, every run is unusual.
 */
export function isUnusual({ lastYear, thisYear, run }: VolumeFacts): boolean {
  return thisYear + run > USUAL_TIMES * lastYear;
}
