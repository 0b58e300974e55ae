import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import {
  type RegisterSearch,
  registerAddress,
  useFileRegister,
  useIssueRegister,
  useRegisterIssues,
} from '../../shared/api/file-register';
import { useMe } from '../../shared/api/session';
import { readDay, typedDay } from '../../shared/form/day-field';
import { inputClass } from '../../shared/form/field-frame';
import { DateInput } from '../../shared/form/text-inputs';
import { useLanguage } from '../../shared/i18n/translate';
import { Button, buttonClass } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay, townDay } from '../../shared/wareki/format';
import { FileRegisterTable } from './file-register-table';

function Issues({ mayIssue }: { mayIssue: boolean }) {
  const { t, locale } = useLanguage();
  const announce = useAnnounce();
  const issues = useRegisterIssues();
  const issue = useIssueRegister();
  return (
    <section aria-labelledby="issues" className="flex flex-col items-start gap-2">
      <h2 id="issues" className="text-18">
        {t('register.issues')}
      </h2>
      {mayIssue && (
        <Button
          disabled={issue.isPending}
          onClick={() => issue.mutate('issue', { onSuccess: () => announce(t('register.issued')) })}
        >
          {t('register.issue')}
        </Button>
      )}
      {issue.error && <ProblemNote error={issue.error} />}
      {issues.data?.items.length === 0 && <p>{t('register.noIssues')}</p>}
      <ul>
        {issues.data?.items.map(({ id, issuedAt, issuedByName, files }) => (
          <li key={id}>
            <a className={buttonClass('link')} href={`/api/v1/registers/files/issues/${id}/list.csv`} download>
              {t('register.issueLine', { day: formatDay(townDay(issuedAt), locale), name: issuedByName, n: files })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Conditions({ edition, asOf, today }: { edition: 'public' | 'internal'; asOf: string; today: string }) {
  const { t, locale } = useLanguage();
  const navigate = useNavigate();
  const [day, setDay] = useState(typedDay(asOf, locale));
  const [tried, setTried] = useState(false);
  const read = readDay(day, today);
  const show = (next: { edition: string; asOf: string | null }) =>
    void navigate({
      to: '/file-register',
      search: {
        ...(next.edition === 'public' ? { edition: 'public' as const } : {}),
        ...(next.asOf && next.asOf !== today ? { asOf: next.asOf } : {}),
      },
    });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!read.isBad) show({ edition, asOf: read.iso });
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <p className="w-full text-13 text-quiet">{t('form.dateHelp')}</p>
      <label className="flex flex-col gap-1 font-bold">
        {t('register.edition')}
        <select
          value={edition}
          onChange={(event) => show({ edition: event.target.value, asOf: read.iso })}
          className={inputClass(false, 'font-normal')}
        >
          <option value="internal">{t('register.edition.internal')}</option>
          <option value="public">{t('register.edition.public')}</option>
        </select>
      </label>
      <DateInput
        id="register-as-of"
        label={t('register.asOf')}
        help=""
        today={today}
        value={day}
        error={tried && read.isBad ? t('registers.dayMissing') : undefined}
        onChange={setDay}
      />
      <Button type="submit" className="mt-7">
        {t('register.show')}
      </Button>
    </form>
  );
}

/** ファイル管理簿: of today or any past day, to look at, to print and to publish. */
export function FileRegisterPage() {
  const { t, locale } = useLanguage();
  const { today } = useMe();
  const { edition = 'internal' as const, asOf } = useSearch({ from: '/shell/file-register' });
  const search: RegisterSearch = { edition, ...(asOf ? { asOf } : {}) };
  const register = useFileRegister(search);
  const items = register.data?.items ?? [];
  return (
    <Page title={t('register.title')}>
      <Conditions key={asOf} edition={edition} asOf={asOf ?? today} today={today} />
      <p className="flex flex-wrap gap-2">
        <a className={buttonClass('link')} href={registerAddress('csv', search)} download>
          {t('register.csv')}
        </a>
        <a className={buttonClass('link')} href={registerAddress('pdf', search)} target="_blank" rel="noreferrer">
          {t('register.pdf')}
        </a>
      </p>
      {register.error && <ProblemNote error={register.error} onRetry={() => void register.refetch()} />}
      {register.isPending && <Loading lines={8} />}
      {register.data && (
        <p className="text-13 text-quiet">
          {register.data.more
            ? t('register.more', { n: items.length })
            : t('register.now', { day: formatDay(register.data.asOf, locale), n: items.length })}
        </p>
      )}
      {register.data && items.length === 0 && <p className="py-6">{t('register.empty')}</p>}
      {items.length > 0 && <FileRegisterTable lines={items} />}
      <Issues mayIssue={register.data?.allowed.includes('issue') ?? false} />
      <section aria-labelledby="links">
        <h2 id="links" className="text-18">
          {t('register.links')}
        </h2>
        <p className="flex flex-wrap gap-2">
          <Link to="/numbers" search={{}} className={buttonClass('link')}>
            {t('nav.numbers')}
          </Link>
          <Link to="/paper" search={{}} className={buttonClass('link')}>
            {t('paper.tab.loans')}
          </Link>
          <Link to="/paper" search={{ tab: 'handovers' }} className={buttonClass('link')}>
            {t('paper.tab.handovers')}
          </Link>
          <Link to="/paper" search={{ tab: 'substitutes' }} className={buttonClass('link')}>
            {t('paper.tab.substitutes')}
          </Link>
        </p>
      </section>
    </Page>
  );
}
