import { useState } from 'react';
import { type MyAccess, useRemoveTotp, useRenewCodes } from '../../shared/api/access';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Card, useMomentWords } from './my-parts';
import { PasskeyList } from './passkey-list';
import { TotpDialog } from './totp-dialog';

interface FactorsCardProps {
  access: MyAccess;
  /** Recovery codes to be shown, once. */
  onCodes: (codes: readonly string[]) => void;
}

/** 二つ目の確認: authenticator app, passkeys and recovery codes. */
export function FactorsCard({ access, onCodes }: FactorsCardProps) {
  const t = useT();
  const { day } = useMomentWords();
  const announce = useAnnounce();
  const remove = useRemoveTotp();
  const renew = useRenewCodes();
  const [adding, setAdding] = useState(false);
  const none = !access.totpSince && access.passkeys.length === 0;
  const error = remove.error ?? renew.error;
  const enrolled = (codes: readonly string[]) => {
    setAdding(false);
    announce(t('my.totpDone'));
    onCodes(codes);
  };
  return (
    <Card title={t('my.factors')} help={t('my.factorsHelp')}>
      <div className="flex flex-col gap-4">
        {error && <ProblemNote error={error} />}
        {none && <p>{t('my.factorsNone')}</p>}
        <div className="flex flex-col items-start gap-2">
          <h3 className="text-14">{t('my.totp')}</h3>
          <p className="text-13">
            {access.totpSince ? t('my.totpOn', { day: day(access.totpSince) }) : t('my.totpOff')}
          </p>
          {access.totpSince ? (
            <Button
              look="quiet"
              disabled={remove.isPending}
              onClick={() => remove.mutate(undefined, { onSuccess: () => announce(t('my.removed')) })}
            >
              {t('my.totpRemove')}
            </Button>
          ) : (
            <Button onClick={() => setAdding(true)}>{t('my.totpAdd')}</Button>
          )}
        </div>
        <PasskeyList passkeys={access.passkeys} onCodes={onCodes} />
        {!none && (
          <div className="flex flex-col items-start gap-2">
            <h3 className="text-14">{t('my.codes')}</h3>
            <p className="text-13">{t('my.codesLeft', { n: access.recoveryCodesLeft })}</p>
            <Button
              look="quiet"
              disabled={renew.isPending}
              onClick={() => renew.mutate(undefined, { onSuccess: ({ codes }) => onCodes(codes) })}
            >
              {t('my.codesRenew')}
            </Button>
          </div>
        )}
      </div>
      {adding && <TotpDialog onClose={() => setAdding(false)} onEnrolled={enrolled} />}
    </Card>
  );
}
