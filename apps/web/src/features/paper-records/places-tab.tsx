import { useState, type FormEvent } from 'react';
import { useAddPlace, useStackPlaces } from '../../shared/api/paper';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';

const fields = ['code', 'room', 'shelf', 'box'] as const;
const blank = { code: '', room: '', shelf: '', box: '' };

function AddPlace() {
  const t = useT();
  const announce = useAnnounce();
  const add = useAddPlace();
  const [values, setValues] = useState(blank);
  const [asked, setAsked] = useState(false);
  const missing = (field: (typeof fields)[number]) => field !== 'box' && values[field].trim() === '';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (fields.some(missing)) return;
    const { box, ...rest } = values;
    add.mutate(
      { ...rest, ...(box.trim() ? { box: box.trim() } : {}) },
      {
        onSuccess: () => {
          announce(t('paper.placeAdded'));
          setValues(blank);
          setAsked(false);
        },
      },
    );
  };
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3 rounded-8 border border-line p-3">
      <div className="grid gap-3 md:grid-cols-4">
        {fields.map((field) => (
          <TextInput
            key={field}
            id={`place-${field}`}
            label={t(`paper.${field}`)}
            value={values[field]}
            required={field !== 'box'}
            error={asked && missing(field) ? t('paper.required') : undefined}
            onChange={(value) => setValues({ ...values, [field]: value })}
          />
        ))}
      </div>
      {add.error && <ProblemNote error={add.error} />}
      <p>
        <Button type="submit" disabled={add.isPending}>
          {t('paper.addPlace')}
        </Button>
      </p>
    </form>
  );
}

/** 書庫・棚・箱 */
export function PlacesTab() {
  const t = useT();
  const list = useStackPlaces();
  const items = list.data?.items ?? [];
  return (
    <div className="flex flex-col gap-3 py-3">
      {list.data?.allowed.includes('add') && <AddPlace />}
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={6} />}
      {list.data && items.length === 0 && <p className="py-4">{t('paper.places.empty')}</p>}
      {items.length > 0 && (
        <table className="w-full border-collapse">
          <caption className="sr-only">{t('paper.tab.places')}</caption>
          <thead className="border-b border-solid-gray-536 text-left text-13">
            <tr>
              {fields.map((field) => (
                <th key={field} scope="col" className="py-1 font-normal">
                  {t(`paper.${field}`)}
                </th>
              ))}
              <th scope="col" className="text-right font-normal">
                {t('paper.placeFiles')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((place) => (
              <tr key={place.code} className="border-b border-line">
                <th scope="row" className="py-2 text-left">
                  {place.code}
                </th>
                <td>{place.room}</td>
                <td>{place.shelf}</td>
                <td>{place.box}</td>
                <td className="money">{place.files}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
