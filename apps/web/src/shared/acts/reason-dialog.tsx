import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/translate';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { SheetDialog, SheetFoot } from '../ui/sheet-dialog';
import { ReasonField } from './reason-field';

interface ReasonDialogProps {
  title: string;
  subject: string;
  confirm: string;
  danger?: boolean;
  required: boolean;
  pending: boolean;
  error: unknown;
  onClose: () => void;
  onConfirm: (comment: string) => void;
}

/** Asks the reason that goes with a step; nothing typed is cleared. */
export default function ReasonDialog(props: ReasonDialogProps) {
  const t = useT();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (props.required && text.trim() === '') setMissing(true);
    else props.onConfirm(text.trim());
  };
  return (
    <SheetDialog title={props.title} onClose={props.onClose} dismissable={!props.pending}>
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <p>{props.subject}</p>
        <ReasonField value={text} required={props.required} missing={missing} onChange={setText} />
        {props.error !== null && <ProblemNote error={props.error} />}
        <SheetFoot>
          <Button onClick={props.onClose} disabled={props.pending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look={props.danger ? 'danger' : 'primary'} disabled={props.pending}>
            {props.confirm}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
