import { type FormEvent, useState } from 'react';
import type { ReadingsSearch } from '../../shared/api/readings';
import { useMe } from '../../shared/api/session';
import { readDay } from '../../shared/form/day-field';
import { DateInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button, buttonClass } from '../../shared/ui/button';

const field = 'flex min-w-0 flex-col gap-1 font-bold';
const input = 'touch-target w-full rounded-8 border border-solid-gray-536 bg-white px-3 py-1.5 text-15 font-normal';
export const MEANS = ['screen', 'file', 'print', 'search', 'export', 'opening'] as const;

/** What the form says, without what was left empty. */
function searchOf(form: HTMLFormElement): ReadingsSearch {
  const data = new FormData(form);
  const said = [...data.entries()].filter(([, value]) => value !== '');
  return Object.fromEntries(said) as ReadingsSearch;
}

/** 照会の条件: about whom, by whom, since when. */
export function InquiryForm({ onAsk }: { onAsk: (search: ReadingsSearch) => void }) {
  const t = useT();
  const { today } = useMe();
  const [csv, setCsv] = useState('');
  const [days, setDays] = useState({ from: '', to: '' });
  const [tried, setTried] = useState(false);
  const read = { from: readDay(days.from, today), to: readDay(days.to, today) };
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (read.from.isBad || read.to.isBad) return;
    const search = {
      ...searchOf(event.currentTarget),
      ...(read.from.iso && { from: read.from.iso }),
      ...(read.to.iso && { to: read.to.iso }),
    };
    setCsv(`/api/v1/readings/list.csv?${new URLSearchParams(search as Record<string, string>).toString()}`);
    onAsk(search);
  };
  return (
    <form
      noValidate
      onSubmit={ask}
      aria-label={t('readings.inquiry')}
      className="no-print grid items-start gap-3 md:grid-cols-2 xl:grid-cols-4"
    >
      <label className={`${field} md:col-span-2`}>
        {t('readings.about')}
        <input name="about" className={input} maxLength={2000} placeholder={t('readings.aboutHint')} />
      </label>
      <label className={field}>
        {t('readings.reader')}
        <input name="reader" className={input} maxLength={100} placeholder={t('readings.readerHint')} />
      </label>
      <label className={field}>
        {t('readings.means')}
        <select name="means" className={input}>
          <option value="">{t('readings.anyMeans')}</option>
          {MEANS.map((means) => (
            <option key={means} value={means}>
              {t(`readings.means.${means}`)}
            </option>
          ))}
        </select>
      </label>
      {(['from', 'to'] as const).map((end) => (
        <DateInput
          key={end}
          id={`readings-${end}`}
          label={t(`readings.${end}`)}
          today={today}
          value={days[end]}
          error={tried && read[end].isBad ? t('registers.dayMissing') : undefined}
          onChange={(typed) => setDays((before) => ({ ...before, [end]: typed }))}
        />
      ))}
      <label className="touch-target flex items-center gap-2 self-end">
        <input name="enteredOnly" type="checkbox" value="true" className="size-5" />
        {t('readings.enteredOnly')}
      </label>
      <div className="flex flex-wrap gap-2 self-end">
        <Button look="primary" type="submit">
          {t('readings.ask')}
        </Button>
        {csv !== '' && (
          <a className={buttonClass('quiet')} href={csv} download>
            CSV
          </a>
        )}
      </div>
    </form>
  );
}
