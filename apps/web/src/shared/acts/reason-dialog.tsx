import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useT, type PlainKey } from '../i18n/translate';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { SheetDialog, SheetFoot } from '../ui/sheet-dialog';
import type { ConcurrenceOutcome } from './act-request';

interface ReasonDialogProps {
  title: string;
  subject: string;
  confirm: string;
  danger?: boolean;
  required: boolean;
  templates?: readonly PlainKey[];
  outcomes?: readonly ConcurrenceOutcome[];
  pending: boolean;
  error: unknown;
  onClose: () => void;
  onConfirm: (comment: string, outcome?: ConcurrenceOutcome) => void;
}

/** Asks the reason or opinion that goes with an act. Templates fill the text (Alt+1 to 9); nothing typed is cleared. */
export default function ReasonDialog(props: ReasonDialogProps) {
  const t = useT();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const [outcome, setOutcome] = useState(props.outcomes?.[0]);
  const { templates = [], outcomes = [] } = props;

  const insert = (template: PlainKey) => setText((now) => (now.trim() === '' ? t(template) : `${now}\n${t(template)}`));
  const onKeyDown = (event: KeyboardEvent) => {
    const template = event.altKey ? templates[Number(event.code.replace(/^(Digit|Numpad)/u, '')) - 1] : undefined;
    if (!template) return;
    event.preventDefault();
    insert(template);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const needed = props.required || (outcome !== undefined && outcome !== 'consented');
    if (needed && text.trim() === '') setMissing(true);
    else props.onConfirm(text.trim(), outcome);
  };

  return (
    <SheetDialog title={props.title} onClose={props.onClose} dismissable={!props.pending}>
      <form onSubmit={onSubmit} onKeyDown={onKeyDown} className="flex flex-col gap-3">
        <p>{props.subject}</p>
        {outcomes.length > 0 && (
          <fieldset className="flex flex-wrap gap-4">
            <legend className="mb-1 font-bold">{t('acts.outcome')}</legend>
            {outcomes.map((value) => (
              <label key={value} className="flex items-center gap-2">
                <input type="radio" name="outcome" checked={outcome === value} onChange={() => setOutcome(value)} />
                {t(`outcome.${value}`)}
              </label>
            ))}
          </fieldset>
        )}
        <label className="flex flex-col gap-1">
          <span className="font-bold">
            {t('acts.reason')} {props.required && <span className="text-vermilion">{t('form.required')}</span>}
          </span>
          <textarea
            autoFocus
            rows={4}
            maxLength={2000}
            value={text}
            aria-invalid={missing}
            aria-describedby={missing ? 'reason-missing' : undefined}
            onChange={(event) => setText(event.target.value)}
            className="rounded-8 border border-solid-gray-600 p-2 text-16"
          />
        </label>
        {missing && text.trim() === '' && (
          <p id="reason-missing" role="alert" className="text-vermilion">
            {t('acts.reasonMissing')}
          </p>
        )}
        {templates.length > 0 && (
          <div role="group" aria-label={t('acts.templates')} className="flex flex-wrap gap-2">
            {templates.map((template, index) => (
              <Button
                key={template}
                look="quiet"
                className="text-13"
                onClick={() => insert(template)}
                aria-keyshortcuts={`Alt+${index + 1}`}
              >
                <kbd className="text-12 text-quiet">{index + 1}</kbd> {t(template)}
              </Button>
            ))}
          </div>
        )}
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
