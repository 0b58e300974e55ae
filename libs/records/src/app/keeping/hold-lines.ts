import type { Hold } from '../../core/hold';
import { groundWords, heldWords } from '../../core/hold-words';
import type { Language } from '../../core/retention-words';
import type { HoldLineView } from '../records.views.dto';

/** A hold as a list shows it; nothing for none. */
export function holdLine(hold: Hold | null | undefined, language: Language): HoldLineView | null {
  if (!hold) return null;
  const { id, ground, caseNo, endsOn, reason, placedByName } = hold;
  const words = { groundLabel: groundWords(ground, language), text: heldWords(hold, language) };
  return { id, ground, caseNo, endsOn, reason, placedByName, ...words };
}
