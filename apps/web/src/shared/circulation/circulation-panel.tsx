import { useState } from 'react';
import { useCirculationsOf, type CirculationSubject } from '../api/circulations';
import { useT } from '../i18n/translate';
import { Button } from '../ui/button';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { CirculationCard } from './circulation-card';
import { StartDialog } from './start-dialog';

/** 供覧・回覧 of a receipt or document: who has read, one's own mark, and what may be begun. */
export function CirculationPanel({ subject }: { subject: CirculationSubject }) {
  const t = useT();
  const all = useCirculationsOf(subject);
  const [starting, setStarting] = useState<'reading' | 'broadcast' | null>(null);
  if (all.error) return <ProblemNote error={all.error} onRetry={() => void all.refetch()} />;
  if (!all.data) return <Loading />;
  const { items, allowed } = all.data;
  return (
    <div className="flex flex-col gap-4">
      {items.length === 0 && <p>{t('circ.none')}</p>}
      {items.toReversed().map((circulation) => (
        <CirculationCard key={circulation.id} circulation={circulation} />
      ))}
      {allowed.length > 0 && (
        <p className="no-print flex flex-wrap gap-2">
          {allowed.includes('circulate') && (
            <Button onClick={() => setStarting('reading')}>{t('circ.start.reading')}</Button>
          )}
          {allowed.includes('broadcast') && (
            <Button onClick={() => setStarting('broadcast')}>{t('circ.start.broadcast')}</Button>
          )}
        </p>
      )}
      {starting && <StartDialog subject={subject} mode={starting} onClose={() => setStarting(null)} />}
    </div>
  );
}
