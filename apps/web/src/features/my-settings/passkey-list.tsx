import { useState, type FormEvent } from 'react';
import { type MyAccess, useAddPasskey, useRemovePasskey } from '../../shared/api/access';
import { canUsePasskeys } from '../../shared/api/passkeys';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { useMomentWords } from './my-parts';

interface PasskeyListProps {
  passkeys: MyAccess['passkeys'];
  onCodes: (codes: readonly string[]) => void;
}

export function PasskeyList({ passkeys, onCodes }: PasskeyListProps) {
  const t = useT();
  const { day, moment } = useMomentWords();
  const announce = useAnnounce();
  const remove = useRemovePasskey();
  return (
    <div className="flex flex-col items-start gap-2">
      <h3 className="text-14">{t('my.passkeys')}</h3>
      <p className="text-13">{t('my.passkeysHelp')}</p>
      {remove.error && <ProblemNote error={remove.error} />}
      <ul className="flex w-full flex-col">
        {passkeys.map(({ id, name, createdAt, usedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 border-b border-line py-2">
            <b>{name}</b>
            <span className="text-13 text-quiet">
              {t('my.passkeyLine', { day: day(createdAt), used: usedAt ? moment(usedAt) : t('my.passkeyUnused') })}
            </span>
            <Button
              look="quiet"
              className="ml-auto"
              disabled={remove.isPending}
              aria-label={t('my.passkeyRemove', { name })}
              onClick={() => remove.mutate(id, { onSuccess: () => announce(t('my.removed')) })}
            >
              {t('my.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {canUsePasskeys() ? <AddPasskey onCodes={onCodes} /> : <p className="text-13">{t('my.passkeysNowhere')}</p>}
    </div>
  );
}

function AddPasskey({ onCodes }: Pick<PasskeyListProps, 'onCodes'>) {
  const t = useT();
  const announce = useAnnounce();
  const add = useAddPasskey();
  const [name, setName] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(name.trim(), {
      onSuccess: ({ codes }) => {
        setName('');
        announce(t('my.passkeyDone'));
        onCodes(codes);
      },
    });
  };
  return (
    <form onSubmit={onSubmit} className="flex w-full flex-col items-start gap-2">
      {add.error && <ProblemNote error={add.error} />}
      <TextInput
        id="passkey-name"
        label={t('my.passkeyName')}
        help={t('my.passkeyNameHelp')}
        value={name}
        onChange={setName}
      />
      <Button type="submit" disabled={add.isPending || name.trim() === ''}>
        {t('my.passkeyAdd')}
      </Button>
    </form>
  );
}
