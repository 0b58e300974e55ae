import { useState } from 'react';
import {
  type AccountLine,
  useAccounts,
  useChangeAccount,
  useCreateAccount,
  useResetPassword,
} from '../../shared/api/accounts';
import ReasonDialog from '../../shared/acts/reason-dialog';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { useDebounced } from '../../shared/ui/use-debounced';
import type { AccountAct } from './account-acts';
import { AccountTable } from './account-table';
import { PasswordsDialog, type GivenPassword } from './passwords-dialog';
import { ProvisionDialog } from './provision-dialog';

interface Wanted {
  readonly account: AccountLine;
  readonly act: AccountAct;
}

/** アカウントの管理: who gets in, for system and organisation administrators. */
export function AccountsPage() {
  const t = useT();
  const [words, setWords] = useState('');
  const accounts = useAccounts(useDebounced(words.trim(), 300));
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [provisioning, setProvisioning] = useState(false);
  const [given, setGiven] = useState<readonly GivenPassword[]>([]);
  const items = accounts.data?.items ?? [];
  return (
    <Page
      title={t('accounts.title')}
      aside={<Button onClick={() => setProvisioning(true)}>{t('accounts.provision')}</Button>}
    >
      <p>{t('accounts.help')}</p>
      <TextInput
        id="account-words"
        label={t('accounts.words')}
        help={t('accounts.wordsHelp')}
        value={words}
        onChange={setWords}
      />
      {accounts.error && <ProblemNote error={accounts.error} onRetry={() => void accounts.refetch()} />}
      {accounts.isPending && <Loading lines={10} />}
      {accounts.data && items.length === 0 && <p>{t('accounts.none')}</p>}
      {items.length > 0 && <AccountTable accounts={items} onAct={(account, act) => setWanted({ account, act })} />}
      {wanted && <ActDialog wanted={wanted} onClose={() => setWanted(null)} onGiven={setGiven} />}
      {provisioning && <ProvisionDialog onClose={() => setProvisioning(false)} onGiven={setGiven} />}
      {given.length > 0 && <PasswordsDialog given={given} onClose={() => setGiven([])} />}
    </Page>
  );
}

interface ActDialogProps {
  wanted: Wanted;
  onClose: () => void;
  onGiven: (given: readonly GivenPassword[]) => void;
}

/** Asks the reason, does it, and shows the password that came of it. */
function ActDialog({ wanted: { account, act }, onClose, onGiven }: ActDialogProps) {
  const t = useT();
  const announce = useAnnounce();
  const create = useCreateAccount();
  const reset = useResetPassword();
  const change = useChangeAccount();
  const { staffNo, name } = account;
  const gave = ({ password }: { password: string }) => {
    onClose();
    onGiven([{ staffNo, name, password }]);
  };
  const done = () => {
    onClose();
    announce(t('accounts.done', { name, act: t(`accounts.act.${act}`) }));
  };
  const doIt = (reason: string) => {
    if (act === 'create') create.mutate(staffNo, { onSuccess: gave });
    else if (act === 'reset_password') reset.mutate({ staffNo, reason }, { onSuccess: gave });
    else change.mutate({ staffNo, change: act, reason }, { onSuccess: done });
  };
  return (
    <ReasonDialog
      title={t(`accounts.act.${act}`)}
      subject={`${name} (${staffNo}) ${t(`accounts.effect.${act}`)}`}
      confirm={t(`accounts.act.${act}`)}
      danger={act !== 'create' && act !== 'enable' && act !== 'unlock'}
      required={act !== 'create'}
      pending={create.isPending || reset.isPending || change.isPending}
      error={create.error ?? reset.error ?? change.error}
      onClose={onClose}
      onConfirm={doIt}
    />
  );
}
