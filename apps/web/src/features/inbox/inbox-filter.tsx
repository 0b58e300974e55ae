import { useNavigate } from '@tanstack/react-router';
import { memo, useState, type FormEvent } from 'react';
import { inboxSorts, type InboxConditions, useInboxSections } from '../../shared/api/inbox';
import { useMatterTypes } from '../../shared/api/matter-types';
import { useMe } from '../../shared/api/session';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { parseInteger } from '../../shared/money/yen';
import { Button } from '../../shared/ui/button';
import { later } from '../../shared/ui/later';
import { formatDay } from '../../shared/wareki/format';
import { parseDate } from '../../shared/wareki/parse';
import { conditionsOf, isNarrowed } from './inbox-search';

const SaveViewDialog = later(() => import('./save-view-dialog'));
const control = 'rounded-8 border border-solid-gray-600 bg-white px-2 py-1';

type Change = (change: Record<string, unknown>) => void;

function Choice({ label, value, any, options, onChange }: ChoiceProps) {
  return (
    <label className="flex flex-col text-13">
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)} className={`${control} max-w-44`}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  /** What stands for no choice. */
  any?: string;
  options: readonly { code: string; name: string }[];
  onChange: (code: string) => void;
}

function Choices({ conditions, go }: { conditions: InboxConditions; go: Change }) {
  const t = useT();
  const types = useMatterTypes();
  const sections = useInboxSections();
  const known = sections.data ?? [];
  const chosen = conditions.section;
  const missing = chosen !== undefined && known.every(({ code }) => code !== chosen);
  return (
    <>
      <Choice
        label={t('inbox.kind')}
        value={conditions.matterType ?? ''}
        any={t('inbox.anyKind')}
        options={types.data ?? []}
        onChange={(matterType) => go({ matterType })}
      />
      <Choice
        label={t('inbox.section')}
        value={chosen ?? ''}
        any={t('inbox.anySection')}
        options={missing ? [...known, { code: chosen, name: chosen }] : known}
        onChange={(section) => go({ section })}
      />
      <Choice
        label={t('inbox.sort')}
        value={conditions.sort ?? 'default'}
        options={inboxSorts.map((code) => ({ code, name: t(`inbox.sort.${code}`) }))}
        onChange={(sort) => go({ sort })}
      />
      {(['urgent', 'acting'] as const).map((name) => (
        <label key={name} className="touch-target flex items-center gap-2 text-13">
          <input
            type="checkbox"
            checked={conditions[name] === true}
            onChange={(event) => go({ [name]: event.target.checked })}
          />
          {t(name === 'urgent' ? 'inbox.urgentOnly' : 'inbox.withActing')}
        </label>
      ))}
    </>
  );
}

const typedNames = ['q', 'amount', 'from', 'until'] as const;

/** The inputs; the address changes when they are used, so that back, bookmark and saved view are the same thing. */
function Conditions({ conditions }: { conditions: InboxConditions }) {
  const { t, locale } = useLanguage();
  const { today } = useMe();
  const navigate = useNavigate();
  const [wrong, setWrong] = useState<readonly ('badAmount' | 'badDay')[]>([]);
  const go: Change = (change) => void navigate({ to: '/inbox', search: conditionsOf({ ...conditions, ...change }) });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [q, amount, from, until] = typedNames.map((name) => String(form.get(name) ?? '').trim());
    const days = [from, until].map((typed) => (typed ? parseDate(typed, today) : null));
    const read = amount ? parseInteger(amount) : null;
    const badDay = days.some((day) => day !== null && !day.ok);
    // A condition that cannot be read never falls away in silence.
    setWrong([...(read?.ok === false ? (['badAmount'] as const) : []), ...(badDay ? (['badDay'] as const) : [])]);
    if (badDay || read?.ok === false) return;
    const [first, last] = days.map((one) => (one?.ok ? one.iso : undefined));
    go({ q, amountFrom: read?.value, from: first, until: last });
  };
  const shown = { q: conditions.q, amount: conditions.amountFrom, from: conditions.from, until: conditions.until };
  const typed = (day: string | undefined) => (day === undefined ? '' : formatDay(day, locale));
  return (
    <form key={Object.values(shown).join(' ')} onSubmit={onSubmit} className="flex flex-wrap items-end gap-3 py-2">
      <label className="flex flex-col text-13">
        {t('inbox.words')}
        <input name="q" maxLength={100} defaultValue={conditions.q ?? ''} className={`${control} w-40`} />
      </label>
      <label className="flex flex-col text-13">
        {t('inbox.amountFrom')}
        <input
          name="amount"
          inputMode="numeric"
          defaultValue={conditions.amountFrom ?? ''}
          aria-invalid={wrong.includes('badAmount') || undefined}
          className={`${control} w-28 text-right`}
        />
      </label>
      {(['from', 'until'] as const).map((name) => (
        <label key={name} className="flex flex-col text-13">
          {t(`inbox.${name}`)}
          <input
            name={name}
            autoComplete="off"
            defaultValue={typed(conditions[name])}
            aria-invalid={wrong.includes('badDay') || undefined}
            className={`${control} w-32`}
          />
        </label>
      ))}
      <Choices conditions={conditions} go={go} />
      <Button type="submit">{t('documents.filter')}</Button>
      {wrong.length > 0 && (
        <p role="alert" className="w-full text-vermilion">
          {wrong.map((name) => t(`inbox.${name}`)).join(' ')}
        </p>
      )}
    </form>
  );
}

/** 絞り込み・並べ替え, and saving what is shown. */
function InboxFilter({ conditions }: { conditions: InboxConditions }) {
  const t = useT();
  const navigate = useNavigate();
  const [saving, setSaving] = useState(false);
  const narrowed = isNarrowed(conditions);
  return (
    <div className="shrink-0 border-b border-line px-3 text-13">
      <details open={narrowed}>
        <summary className="touch-target py-1">{t('inbox.narrow')}</summary>
        <Conditions conditions={conditions} />
        <p className="flex flex-wrap gap-3 pb-2">
          <Button look="link" onClick={() => setSaving(true)}>
            {t('inbox.saveView')}
          </Button>
          {narrowed && (
            <Button look="link" onClick={() => void navigate({ to: '/inbox', search: { view: conditions.view } })}>
              {t('inbox.widen')}
            </Button>
          )}
        </p>
      </details>
      {saving && <SaveViewDialog conditions={conditions} onClose={() => setSaving(false)} />}
    </div>
  );
}

export default memo(InboxFilter);
