import { useState, type FormEvent } from 'react';
import { useChangePassword } from '../../shared/api/access';
import { useT } from '../../shared/i18n/translate';
import { SecretField } from '../../shared/sign-in/secret-field';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Card, useMomentWords } from './my-parts';

export function PasswordCard({ since }: { since: string | null }) {
  const t = useT();
  const { day } = useMomentWords();
  const announce = useAnnounce();
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { current, next },
      {
        onSuccess: ({ ended }) => {
          setCurrent('');
          setNext('');
          announce(t('my.passwordDone', { n: ended }));
        },
      },
    );
  };
  return (
    <Card title={t('my.password')} help={since ? t('my.passwordSince', { day: day(since) }) : ''}>
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        {change.error && <ProblemNote error={change.error} />}
        <SecretField
          label={t('my.passwordCurrent')}
          value={current}
          autoComplete="current-password"
          onChange={setCurrent}
        />
        <SecretField
          label={t('my.passwordNext')}
          help={t('my.passwordHelp')}
          value={next}
          autoComplete="new-password"
          onChange={setNext}
        />
        <Button type="submit" look="primary" className="self-start" disabled={change.isPending}>
          {t('my.passwordDo')}
        </Button>
      </form>
    </Card>
  );
}
