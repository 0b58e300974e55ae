import { useState, type FormEvent } from 'react';
import { type Provisioned, useProvision } from '../../shared/api/accounts';
import { TextAreaInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import type { GivenPassword } from './passwords-dialog';
import { staffNosIn } from './staff-numbers';

interface ProvisionDialogProps {
  onClose: () => void;
  onGiven: (given: readonly GivenPassword[]) => void;
}

/** Accounts for a list of people: the first column of a CSV, pasted or typed. */
export function ProvisionDialog({ onClose, onGiven }: ProvisionDialogProps) {
  const t = useT();
  const provision = useProvision();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<readonly Provisioned[]>([]);
  const staffNos = staffNosIn(text);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    provision.mutate(staffNos, {
      onSuccess: ({ items }) => {
        const given = items.flatMap(({ staffNo, password }) => (password ? [{ staffNo, name: '', password }] : []));
        const left = items.filter(({ refusal }) => refusal !== null);
        setRefused(left);
        setText(left.map(({ staffNo }) => staffNo).join('\n'));
        onGiven(given);
        if (left.length === 0) onClose();
      },
    });
  };
  return (
    <SheetDialog title={t('accounts.provision')} onClose={onClose} dismissable={!provision.isPending}>
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        {provision.error && <ProblemNote error={provision.error} />}
        {refused.length > 0 && (
          <div role="alert" className="border-l-4 border-vermilion bg-red-50 px-3 py-2">
            <ul>
              {refused.map(({ staffNo, refusal }) => (
                <li key={staffNo}>
                  {staffNo}: {t(refusal === 'identity.account-exists' ? 'accounts.exists' : 'accounts.unknown')}
                </li>
              ))}
            </ul>
          </div>
        )}
        <TextAreaInput
          id="staff-numbers"
          label={t('accounts.numbers')}
          help={t('accounts.numbersHelp')}
          value={text}
          onChange={setText}
        />
        <SheetFoot>
          <Button onClick={onClose} disabled={provision.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={provision.isPending || staffNos.length === 0}>
            {t('accounts.provisionDo', { n: staffNos.length })}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
