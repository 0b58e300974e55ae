import type { Actor } from '@fubako/platform/authz';
import type { Language } from '@fubako/platform/http';
import type { ActFacts } from '../core/act-facts';
import { stepOf } from '../core/case-state';
import { mayWaiveReview } from '../core/consequences';
import { type PossibleAct, possibleActs } from '../core/possible-acts';
import { stagedUndoWords } from '../core/staging';
import { buttonWords } from '../core/words';
import { refusalDetail } from '../errors';
import type { AllowedAct, RefusedApprovalAct } from './approvals.views.dto';
import type { LoadedCase } from './case-state-reader';
import { obstacleOf } from './staged-gate';

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
    const judges = (kind === 'acting_decide' || kind === 'acting_approve') && mayWaiveReview(facts);
    return {
      kind,
      ...(seatId === null ? {} : { seatId }),
      label: buttonWords(kind, step, language),
      ...(judges ? { mayWaiveReview: true } : {}),
    };
  };
  const possible = possibleActs(state, actor.staffNo, facts).map((one) => whileStaged(one, { loaded, actor, facts }));
  const staged = loaded.row.staged?.author.staffNo === actor.staffNo ? loaded.row.staged : null;
  const undo: AllowedAct[] = staged
    ? [{ kind: 'recall', seatId: staged.seat_id, label: stagedUndoWords(staged.verdict, language) }]
    : [];
  const editable =
    card.drafter.staffNo === actor.staffNo && (card.state === 'returned' || card.state === 'pulled_back');
  const submit: AllowedAct[] = editable ? [{ kind: 'submit', label: buttonWords('submit', null, language) }] : [];
  return {
    allowed: [...submit, ...undo, ...possible.filter(({ refusal }) => refusal === null).map(label)],
    refused: possible.flatMap((one) => {
      if (one.refusal === null) return [];
      const { code, rule } = one.refusal;
      return [{ ...label(one), code, rule, reason: refusalDetail(code, language) ?? code }];
    }),
  };
}

/** STAGE-3 Offered is what the gate lets through. */
function whileStaged(possible: PossibleAct, { loaded, actor }: ReaderOfCase): PossibleAct {
  const { staged } = loaded.row;
  if (!staged || possible.refusal !== null) return possible;
  return { ...possible, refusal: obstacleOf(loaded, staged, { ...possible, actor: actor.staffNo }) };
}
