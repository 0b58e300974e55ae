import type { Actor } from '@fubako/platform/authz';
import type { Language } from '@fubako/platform/http';
import type { ActFacts } from '../core/act-facts';
import { stepOf } from '../core/case-state';
import { type PossibleAct, possibleActs } from '../core/possible-acts';
import { buttonWords } from '../core/words';
import { refusalDetail } from '../errors';
import type { AllowedAct, RefusedApprovalAct } from './approvals.views.dto';
import type { LoadedCase } from './case-state-reader';

interface ReaderOfCase {
  readonly loaded: LoadedCase;
  readonly actor: Actor;
  readonly facts: ActFacts;
}

/** What the reader may do now, and what their place suggests but the rules refuse, with the reason. */
export function offeredActs(
  { loaded, actor, facts }: ReaderOfCase,
  language: Language,
): { allowed: AllowedAct[]; refused: RefusedApprovalAct[] } {
  const { card, state } = loaded;
  const label = ({ kind, seatId }: PossibleAct): AllowedAct => {
    const step = seatId === null ? null : (stepOf(state, seatId)?.kind ?? null);
    return { kind, ...(seatId === null ? {} : { seatId }), label: buttonWords(kind, step, language) };
  };
  const possible = possibleActs(state, actor.staffNo, facts);
  const editable =
    card.drafter.staffNo === actor.staffNo && (card.state === 'returned' || card.state === 'pulled_back');
  const submit: AllowedAct[] = editable ? [{ kind: 'submit', label: buttonWords('submit', null, language) }] : [];
  return {
    allowed: [...submit, ...possible.filter(({ refusal }) => refusal === null).map(label)],
    refused: possible.flatMap((one) => {
      if (one.refusal === null) return [];
      const { code, rule } = one.refusal;
      return [{ ...label(one), code, rule, reason: refusalDetail(code, language) ?? code }];
    }),
  };
}
