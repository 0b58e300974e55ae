import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMe } from '../../shared/api/session';
import { typedDay } from '../../shared/form/day-field';
import { inputClass } from '../../shared/form/field-frame';
import { DateInput, TextInput } from '../../shared/form/text-inputs';
import { useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { parseDate } from '../../shared/wareki/parse';
import { channels, registersSearch, type RegistersSearch } from './registers-search';

/** Days in any manner, the seal or the way of sending; what does not read as a day is said at once. */
export function RegisterFilters({ search }: { search: RegistersSearch }) {
  const { t, locale } = useLanguage();
  const { today } = useMe();
  const navigate = useNavigate();
  const typed = (iso: string | undefined) => (iso ? typedDay(iso, locale) : '');
  const [from, setFrom] = useState(typed(search.from));
  const [until, setUntil] = useState(typed(search.until));
  const [seal, setSeal] = useState(search.seal ?? '');
  const [tried, setTried] = useState(false);
  const dayOf = (text: string) => {
    if (text.trim() === '') return '';
    const read = parseDate(text, today);
    return read.ok ? read.iso : null;
  };
  const days = { from: dayOf(from), until: dayOf(until) };
  const go = (change: Record<string, unknown>) =>
    void navigate({ to: '/registers', search: registersSearch({ ...search, ...change }) });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (days.from !== null && days.until !== null) go({ ...days, seal });
  };
  const wrong = (day: string | null) => (tried && day === null ? t('registers.dayMissing') : undefined);
  return (
    <form noValidate onSubmit={onSubmit} className="no-print flex flex-wrap items-start gap-x-4 gap-y-2">
      <p className="w-full text-13 text-quiet">{t('form.dateHelp')}</p>
      <div className="w-56">
        <DateInput
          id="register-from"
          label={t('registers.from')}
          help=""
          today={today}
          value={from}
          error={wrong(days.from)}
          onChange={setFrom}
        />
      </div>
      <div className="w-56">
        <DateInput
          id="register-until"
          label={t('registers.until')}
          help=""
          today={today}
          value={until}
          error={wrong(days.until)}
          onChange={setUntil}
        />
      </div>
      {search.kind === 'seal' ? (
        <div className="w-48">
          <TextInput id="register-seal" label={t('registers.sealName')} value={seal} onChange={setSeal} />
        </div>
      ) : (
        <label className="flex w-48 flex-col gap-1 font-bold">
          {t('execution.channel')}
          <select
            value={search.channel ?? ''}
            onChange={(event) => go({ channel: event.target.value })}
            className={inputClass(false, 'font-normal')}
          >
            <option value="">{t('registers.anyChannel')}</option>
            {channels.map((channel) => (
              <option key={channel} value={channel}>
                {t(`execution.channel.${channel}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Button type="submit" className="mt-7">
        {t('documents.filter')}
      </Button>
    </form>
  );
}
