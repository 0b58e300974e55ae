import type { CirculationMode } from './words';

export interface ReaderState {
  readonly staffNo: string;
  readonly required: boolean;
  readonly read: boolean;
  readonly asksForDraft: boolean;
}

export interface CirculationState {
  readonly mode: CirculationMode;
  readonly state: 'running' | 'completed' | 'stopped';
  readonly readers: readonly ReaderState[];
}

/** CIR-1 供覧 is complete when the last required reader has marked it; 回覧 never is (RULE-03). */
export function isComplete({ mode, readers }: Pick<CirculationState, 'mode' | 'readers'>): boolean {
  const required = readers.filter((reader) => reader.required);
  return mode === 'reading' && required.length > 0 && required.every(({ read }) => read);
}

/** CIR-2 While somebody asks for a draft, reading alone does not end the receipt: its clerk decides (RULE-03). */
export function endsByReading(circulation: Pick<CirculationState, 'mode' | 'readers'>): boolean {
  return isComplete(circulation) && !circulation.readers.some(({ asksForDraft }) => asksForDraft);
}

export type MarkFault = 'intake.not-a-reader' | 'intake.already-read' | 'intake.circulation-over';

/** CIR-3 A named reader marks once; whoever is in the audience of a 回覧 may mark too. Optional readers also afterwards. */
export function markFault(circulation: CirculationState, staffNo: string, inAudience: boolean): MarkFault | null {
  const own = circulation.readers.find((reader) => reader.staffNo === staffNo);
  if (!own && !inAudience) return 'intake.not-a-reader';
  if (own?.read) return 'intake.already-read';
  return circulation.state === 'stopped' ? 'intake.circulation-over' : null;
}
