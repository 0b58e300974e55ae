import { useSettingsTrial } from '../../shared/api/delegation';
import type { SettingsTrial } from '../../shared/api/types';
import type { SettingValue } from '../../shared/api/settings';
import { useT } from '../../shared/i18n/translate';
import { TrialOutcome } from '../../shared/trial/trial-outcome';
import { Button } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';
import type { Tried } from './setting-draft';

/** How many of the matters decided last are planned anew. */
const decided = 200;

/** 設定の試算: which matters would go another way. */
export function SettingTrial({ setting, value }: { setting: Tried; value: SettingValue }) {
  const t = useT();
  const trial = useSettingsTrial();
  const run = () => trial.mutate({ [setting]: value, decided, reviews: [] } as SettingsTrial);
  return (
    <div className="flex flex-col gap-2">
      <p className="text-14">{t('settings.tryHelp')}</p>
      <div>
        <Button disabled={trial.isPending} onClick={run}>
          {t('settings.try')}
        </Button>
      </div>
      {trial.error && <ProblemNote error={trial.error} onRetry={run} />}
      {trial.data && <TrialOutcome trial={trial.data} />}
    </div>
  );
}
