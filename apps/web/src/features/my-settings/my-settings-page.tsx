import { useState } from 'react';
import { useMyAccess } from '../../shared/api/access';
import { useMe } from '../../shared/api/session';
import { useT } from '../../shared/i18n/translate';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { CodesDialog } from './codes-dialog';
import { DisplayCard } from './display-card';
import { FactorsCard } from './factors-card';
import { PasswordCard } from './password-card';
import { SessionsCard } from './sessions-card';

/** 自分の設定: how one gets in, and where one is signed in. What is due before all else stands on top. */
export function MySettingsPage() {
  const t = useT();
  const { duty } = useMe();
  const access = useMyAccess();
  const [codes, setCodes] = useState<readonly string[]>([]);
  return (
    <Page title={t('my.title')}>
      {duty && (
        <p role="status" className="border-l-4 border-orange-600 bg-orange-50 px-3 py-2">
          {t(duty === 'new_password' ? 'my.dutyPassword' : 'my.dutyFactor')}
        </p>
      )}
      {access.error && <ProblemNote error={access.error} onRetry={() => void access.refetch()} />}
      {access.isPending && <Loading lines={10} />}
      {access.data && (
        <>
          <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
            <PasswordCard since={access.data.passwordSince} />
            <FactorsCard access={access.data} onCodes={setCodes} />
          </div>
          <DisplayCard />
          <SessionsCard sessions={access.data.sessions} />
        </>
      )}
      {codes.length > 0 && <CodesDialog codes={codes} onClose={() => setCodes([])} />}
    </Page>
  );
}
