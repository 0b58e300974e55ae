import { type FormEvent, useState } from 'react';
import type { ReadingsSearch } from '../../shared/api/readings';
import { useT } from '../../shared/i18n/translate';
import { Button, buttonClass } from '../../shared/ui/button';

const field = 'flex min-w-0 flex-col gap-1 text-13';
const input = 'touch-target w-full rounded-8 border border-solid-gray-536 bg-white px-3 py-1.5 text-15';
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
  const [csv, setCsv] = useState('');
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const search = searchOf(event.currentTarget);
    setCsv(`/api/v1/readings/list.csv?${new URLSearchParams(search as Record<string, string>).toString()}`);
    onAsk(search);
  };
  return (
    <form
      onSubmit={ask}
      aria-label={t('readings.inquiry')}
      className="no-print grid items-end gap-3 md:grid-cols-2 xl:grid-cols-4"
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
      <label className={field}>
        {t('readings.from')}
        <input name="from" type="date" className={input} />
      </label>
      <label className={field}>
        {t('readings.to')}
        <input name="to" type="date" className={input} />
      </label>
      <label className="touch-target flex items-center gap-2">
        <input name="enteredOnly" type="checkbox" value="true" className="size-5" />
        {t('readings.enteredOnly')}
      </label>
      <div className="flex flex-wrap gap-2">
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
