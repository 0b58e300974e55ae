import { useState } from 'react';
import { useEmergencies } from '../../shared/api/emergencies';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { AskDialog } from './ask-dialog';
import { EmergencyCard } from './emergency-card';

/** 緊急閲覧: asked by one, confirmed by another, seen by whom it concerns. */
export function EmergenciesPage() {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const { data, error, isPending, refetch } = useEmergencies();
  return (
    <Page
      title={t('emergency.title')}
      aside={data?.mayAsk && <Button onClick={() => setAsking(true)}>{t('emergency.ask')}</Button>}
    >
      <p>{t('emergency.help')}</p>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading lines={6} />}
      {data?.mayAsk && data.confirmers === 0 && <p role="alert">{t('emergency.noConfirmer')}</p>}
      {data && (
        <section aria-labelledby="emergencies" className="flex flex-col gap-3">
          <h2 id="emergencies" className="text-18">
            {t('emergency.list')}
          </h2>
          {data.items.length === 0 && <p className="py-4">{t('emergency.empty')}</p>}
          {data.items.map((emergency) => (
            <EmergencyCard key={emergency.id} emergency={emergency} />
          ))}
        </section>
      )}
      {asking && data && <AskDialog mostHours={data.mostHours} onClose={() => setAsking(false)} />}
    </Page>
  );
}
