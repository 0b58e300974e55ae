import { useLanguage, useT } from '../i18n/translate';
import { useId } from 'react';
import { useMe } from '../api/session';
import { inputClass } from '../form/field-frame';
import { formatDay } from '../wareki/format';
import { occurredOn, type ActDraft, type DraftFault } from './act-draft';
import type { ActKind, AllowedAct } from './act-request';

interface ActRemarksProps {
  kind: ActKind;
  act: AllowedAct;
  draft: ActDraft;
  faults: readonly DraftFault[];
  onChange: (change: Partial<ActDraft>) => void;
}

const judging: readonly ActKind[] = ['approve', 'acting_decide', 'acting_approve'];

/** 持回りの日, where it was another day than today (RULE-62). */
function CarriedOn({ draft, faults, onChange }: Pick<ActRemarksProps, 'draft' | 'faults' | 'onChange'>) {
  const { t, locale } = useLanguage();
  const { today } = useMe();
  const id = useId();
  const wrong = faults.includes('occurredOn');
  const day = occurredOn(draft, today);
  return (
    <div className="flex w-full flex-wrap items-center gap-2">
      <label htmlFor={id}>{t('acts.carriedOn')}</label>
      <input
        id={id}
        autoComplete="off"
        value={draft.occurredOn}
        aria-invalid={wrong}
        aria-describedby={`${id}-read`}
        onChange={(event) => onChange({ occurredOn: event.target.value })}
        className={`${inputClass(wrong)} max-w-44`}
      />
      <span id={`${id}-read`} role={wrong ? 'alert' : undefined} className={wrong ? 'text-vermilion' : 'text-quiet'}>
        {wrong ? t('acts.carriedOnBad') : day ? formatDay(day, locale) : t('acts.carriedOnHelp')}
      </span>
    </div>
  );
}

/** 後閲 where the town leaves it to the acting person (RULE-44), and 持回り (RULE-66). */
export function ActRemarks({ kind, act, draft, faults, onChange }: ActRemarksProps) {
  const t = useT();
  if (!judging.includes(kind)) return null;
  return (
    <div className="flex flex-wrap gap-x-6">
      {act.mayWaiveReview && (
        <label className="touch-target flex items-center gap-2">
          <input
            type="checkbox"
            checked={draft.postReview}
            onChange={(event) => onChange({ postReview: event.target.checked })}
          />
          {t('acts.askPostReview')}
        </label>
      )}
      <label className="touch-target flex items-center gap-2">
        <input
          type="checkbox"
          checked={draft.handCarried}
          onChange={(event) => onChange({ handCarried: event.target.checked })}
        />
        {t('acts.handCarried')}
      </label>
      {draft.handCarried && <CarriedOn draft={draft} faults={faults} onChange={onChange} />}
    </div>
  );
}
