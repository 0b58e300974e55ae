import { useState, type FormEvent } from 'react';
import { useChangeRule, useRulePreview } from '../../shared/api/retention-rules';
import { LabelledTick } from '../../shared/form/picked';
import { TextAreaInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { RuleEffectNote } from './rule-effect-note';
import { RuleFields, useRuleWish } from './rule-fields';

type Answer = 'yes' | 'no';

/** The question of a changed period: whether the files that are there follow (FIL-7). */
function Question({ answer, onAnswer }: { answer: Answer | null; onAnswer: (answer: Answer) => void }) {
  const t = useT();
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="font-bold">{t('rule.question')}</legend>
      {(['yes', 'no'] as const).map((one) => (
        <label key={one} className="touch-target flex items-center gap-2">
          <input
            type="radio"
            name="retroactive"
            className="size-5"
            checked={answer === one}
            onChange={() => onAnswer(one)}
          />
          {t(`rule.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** A rule of keeping is changed: what it does to the files that are there is seen first, and answered (FIL-8). */
export default function RuleSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const announce = useAnnounce();
  const rule = useRuleWish();
  const { list: preview, effect } = useRulePreview(rule.wish);
  const change = useChangeRule();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [shorten, setShorten] = useState(false);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const unanswered = (effect?.files ?? 0) > 0 && answer === null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!rule.wish || !effect || unanswered || reason.trim() === '') return;
    const said = answer === null ? {} : { retroactive: answer === 'yes', shorten: answer === 'yes' && shorten };
    change.mutate(
      { ...rule.wish, ...said, seenFiles: effect.files, reason: reason.trim() },
      {
        onSuccess: ({ total }) => {
          announce(t('rule.done', { n: total }));
          onClose();
        },
        // Files have come or gone meanwhile: the list is looked at anew.
        onError: () => void preview.refetch(),
      },
    );
  };
  return (
    <SheetDialog title={t('rule.title')} onClose={onClose} wide dismissable={!change.isPending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <RuleFields rule={rule} />
        {preview.error && <ProblemNote error={preview.error} />}
        {rule.wish && preview.isPending && <Loading lines={4} />}
        {effect && <RuleEffectNote effect={effect} list={preview} />}
        {effect && effect.files > 0 && <Question answer={answer} onAnswer={setAnswer} />}
        {effect && effect.shorter > 0 && answer === 'yes' && (
          <LabelledTick
            label={t('rule.shorten', { n: effect.shorter })}
            checked={shorten}
            onChange={() => setShorten(!shorten)}
          />
        )}
        <TextAreaInput
          id="rule-reason"
          rows={2}
          label={t('rule.reason')}
          required
          value={reason}
          error={asked && reason.trim() === '' ? t('form.missing') : undefined}
          onChange={setReason}
        />
        {asked && unanswered && <p role="alert">{t('rule.unanswered')}</p>}
        {change.error && <ProblemNote error={change.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={change.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={change.isPending || !effect}>
            {t('rule.do')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
