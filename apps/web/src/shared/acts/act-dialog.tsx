import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useMe } from '../api/session';
import type { Approval, Document } from '../api/types';
import { useT } from '../i18n/translate';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { SheetDialog, SheetFoot } from '../ui/sheet-dialog';
import {
  blankDraft,
  detailsOf,
  draftFaults,
  needsComment,
  outcomesOf,
  type ActDraft,
  type DraftFault,
} from './act-draft';
import {
  AdditionField,
  HandOverField,
  HoldField,
  OutcomeField,
  PassedOverNote,
  PointerField,
  ReturnTargetField,
  type ActFieldProps,
} from './act-fields';
import { ActRemarks } from './act-remarks';
import { placeOf, type ActDetails, type ActKind } from './act-request';
import type { OfferedAct } from './offered-acts';
import { insertTemplate, ReasonField } from './reason-field';
import { templateAt, useReturnTemplates } from './return-templates';

const grave: readonly ActKind[] = ['reject', 'abandon', 'withdraw'];

interface ActDialogProps {
  offer: OfferedAct;
  title: string;
  /** What the act is called with its seat, e.g. 部長に代わって代決する. */
  label: string;
  approval: Approval;
  document: Document | undefined;
  pending: boolean;
  error: unknown;
  onClose: () => void;
  onConfirm: (details: ActDetails) => void;
}

/** What this kind of act asks for beside its reason. */
function KindFields({ kind, document, ...props }: ActFieldProps & { kind: ActKind; document: Document | undefined }) {
  const me = useMe();
  switch (kind) {
    case 'return':
      return (
        <>
          <ReturnTargetField {...props} />
          {document && <PointerField {...props} document={document} />}
        </>
      );
    case 'pull_up':
      return <PassedOverNote {...props} />;
    case 'hold':
      return <HoldField {...props} today={me.today} />;
    case 'hand_over':
      return <HandOverField {...props} me={me} />;
    case 'add_seat':
      return <AdditionField {...props} />;
    default:
      return null;
  }
}

function useActDraft({ offer, approval, onConfirm }: ActDialogProps) {
  const { today } = useMe();
  const { kind, act } = offer;
  const outcomes = outcomesOf(kind, placeOf(approval, act.seatId)?.step.kind ?? null);
  const [draft, setDraft] = useState<ActDraft>({ ...blankDraft, outcome: outcomes[0] ?? null });
  const [tried, setTried] = useState(false);
  // Whoever opens the dialog of an agreement has something to say.
  const required = needsComment(kind, draft.outcome) || (kind === 'approve' && outcomes.length === 0);
  const silent = required && draft.comment.trim() === '';
  const missing: readonly DraftFault[] = [
    ...draftFaults(kind, draft, today),
    ...(silent ? (['comment'] as const) : []),
  ];
  const submit = () => {
    setTried(true);
    if (missing.length === 0) onConfirm(detailsOf(kind, draft, today));
  };
  return {
    outcomes,
    draft,
    // Said after the first try, and taken back as soon as it is mended.
    faults: tried ? missing : [],
    required,
    submit,
    change: (part: Partial<ActDraft>) => setDraft((now) => ({ ...now, ...part })),
  };
}

/** The sheet of an act: whom it concerns, what it needs, and the reason. Templates by 1 to 9, with Alt while typing. */
export default function ActDialog(props: ActDialogProps) {
  const t = useT();
  const { offer, approval, document, pending, label } = props;
  const { kind, act } = offer;
  const { outcomes, draft, faults, required, submit, change } = useActDraft(props);
  const reasons = useReturnTemplates();
  const templates = kind === 'return' ? reasons : [];
  const onKeyDown = (event: KeyboardEvent) => {
    const template = templateAt(event, templates);
    if (!template) return;
    event.preventDefault();
    change({ comment: insertTemplate(draft.comment, template) });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const fields = { approval, seatId: act.seatId, draft, faults, onChange: change };
  return (
    <SheetDialog
      title={kind === 'approve' ? t('acts.withOpinion') : t('acts.confirm', { act: label })}
      onClose={props.onClose}
      dismissable={!pending}
    >
      <form noValidate onSubmit={onSubmit} onKeyDown={onKeyDown} className="flex flex-col gap-3">
        <p>{props.title}</p>
        <OutcomeField outcomes={outcomes} {...fields} />
        <KindFields kind={kind} document={document} {...fields} />
        <ActRemarks kind={kind} act={act} draft={draft} faults={faults} onChange={change} />
        <ReasonField
          value={draft.comment}
          required={required}
          missing={faults.includes('comment')}
          templates={templates}
          onChange={(comment) => change({ comment })}
        />
        {props.error !== null && <ProblemNote error={props.error} />}
        <SheetFoot>
          <Button onClick={props.onClose} disabled={pending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look={grave.includes(kind) ? 'danger' : 'primary'} disabled={pending}>
            {outcomes.length > 1 && kind !== 'post_review' ? t('acts.record') : label}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
