import { useState } from 'react';
import { useTrial } from '../../shared/api/delegation';
import type { DelegationTable } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { DecidedCount, usualCount } from './decided-count';
import { TrialOutcome } from '../../shared/trial/trial-outcome';

/** «試す»: what this version would do to matters under way and to those decided last. */
export function TrialPanel({ table }: { table: DelegationTable }) {
  const t = useT();
  const [decided, setDecided] = useState(usualCount);
  const trial = useTrial(table.id);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-14">
        {t('delegation.tryHelp')} {table.state === 'draft' && t('delegation.tryFirstSave')}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <DecidedCount value={decided} onChange={setDecided} />
        <Button look="primary" disabled={trial.isPending} onClick={() => trial.mutate(decided)}>
          {t(trial.isPending ? 'delegation.tryRunning' : 'delegation.tryRun')}
        </Button>
      </div>
      {trial.error && <ProblemNote error={trial.error} onRetry={() => trial.mutate(decided)} />}
      {trial.data && <TrialOutcome trial={trial.data} />}
    </div>
  );
}
