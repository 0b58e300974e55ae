import { useT } from '../i18n/translate';
import type { ActDraft } from './act-draft';
import type { ActKind, AllowedAct } from './act-request';

interface ActRemarksProps {
  kind: ActKind;
  act: AllowedAct;
  draft: ActDraft;
  onChange: (change: Partial<ActDraft>) => void;
}

const judging: readonly ActKind[] = ['approve', 'acting_decide', 'acting_approve'];

/** 後閲 where the town leaves it to the acting person (RULE-44), and 持回り (RULE-66). */
export function ActRemarks({ kind, act, draft, onChange }: ActRemarksProps) {
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
    </div>
  );
}
