import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { inboxSorts, type InboxConditions } from '../../shared/api/inbox';
import { useMatterTypes } from '../../shared/api/matter-types';
import { useT } from '../../shared/i18n/translate';
import { parseInteger } from '../../shared/money/yen';
import { Button } from '../../shared/ui/button';
import { conditionsOf, isNarrowed } from './inbox-search';

const SaveViewDialog = lazy(() => import('./save-view-dialog'));
const control = 'rounded-8 border border-solid-gray-600 bg-white px-2 py-1';

/** The inputs; the address changes when they are used, so that back, bookmark and saved view are the same thing. */
function Conditions({ conditions }: { conditions: InboxConditions }) {
  const t = useT();
  const navigate = useNavigate();
  const types = useMatterTypes();
  const go = (change: Record<string, unknown>) =>
    void navigate({ to: '/inbox', search: conditionsOf({ ...conditions, ...change }) });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = parseInteger(String(form.get('amount') ?? ''));
    go({ q: String(form.get('q') ?? ''), amountFrom: read.ok ? read.value : undefined });
  };
  return (
    <form
      key={`${conditions.q} ${conditions.amountFrom}`}
      onSubmit={onSubmit}
      className="flex flex-wrap items-end gap-3 py-2"
    >
      <label className="flex flex-col text-13">
        {t('inbox.words')}
        <input name="q" maxLength={100} defaultValue={conditions.q ?? ''} className={`${control} w-40`} />
      </label>
      <label className="flex flex-col text-13">
        {t('inbox.kind')}
        <select
          value={conditions.matterType ?? ''}
          onChange={(event) => go({ matterType: event.target.value })}
          className={`${control} max-w-44`}
        >
          <option value="">{t('inbox.anyKind')}</option>
          {types.data?.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="flex flex-col text-13">
        {t('inbox.amountFrom')}
        <input
          name="amount"
          inputMode="numeric"
          defaultValue={conditions.amountFrom ?? ''}
          className={`${control} w-28 text-right`}
        />
      </label>
      <label className="flex flex-col text-13">
        {t('inbox.sort')}
        <select
          value={conditions.sort ?? 'default'}
          onChange={(event) => go({ sort: event.target.value })}
          className={control}
        >
          {inboxSorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`inbox.sort.${sort}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="touch-target flex items-center gap-2 text-13">
        <input
          type="checkbox"
          checked={conditions.urgent === true}
          onChange={(event) => go({ urgent: event.target.checked })}
        />
        {t('inbox.urgentOnly')}
      </label>
      <Button type="submit">{t('documents.filter')}</Button>
    </form>
  );
}

/** 絞り込み・並べ替え, and saving what is shown. */
export default function InboxFilter({ conditions }: { conditions: InboxConditions }) {
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
      <Suspense fallback={null}>
        {saving && <SaveViewDialog conditions={conditions} onClose={() => setSaving(false)} />}
      </Suspense>
    </div>
  );
}
