import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useAskForExtension } from '../api/extensions';
import { type DueSearch, useDueFiles } from '../api/keeping';
import { SelectInput } from '../form/picked';
import { TextAreaInput } from '../form/text-inputs';
import { useLanguage } from '../i18n/translate';
import { Button } from '../ui/button';
import { Loading } from '../ui/loading';
import { useAnnounce } from '../ui/notice';
import { ProblemNote } from '../ui/problem-note';
import { SheetDialog, SheetFoot } from '../ui/sheet-dialog';
import { formatDay } from '../wareki/format';

interface KnownFile {
  readonly id: string;
  readonly title: string;
  readonly expiresOn: string | null;
}

interface ExtendSheetProps {
  /** These files, or all that the due list shows with these conditions. */
  readonly files: { readonly chosen: readonly KnownFile[] } | { readonly due: DueSearch };
  readonly years: number | null;
  readonly onClose: () => void;
}

const terms = [1, 2, 3, 5, 10, 20, 30] as const;
const shown = 8;
const mostAsked = 50;

/** The dates as the API reckons them, of the first files. */
function Preview({ due, chosen, years }: { due: DueSearch; chosen: readonly KnownFile[] | null; years: number }) {
  const { t, locale } = useLanguage();
  const list = useDueFiles({ ...due, extendYears: years });
  if (list.error) return <ProblemNote error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Loading lines={3} />;
  const dated = list.data.pages.flatMap((page) => page.items);
  const more = (chosen ?? dated).length - Math.min(dated.length, shown);
  const day = (iso: string | null) => (iso ? formatDay(iso, locale) : t('dates.none'));
  return (
    <div className="rounded-8 border border-line p-2">
      <table className="w-full border-collapse">
        <caption className="text-left text-13 text-quiet">{t('dates.preview')}</caption>
        <thead className="text-left text-13">
          <tr>
            {(['due.file', 'dates.before', 'dates.after'] as const).map((key) => (
              <th key={key} scope="col" className="pr-3 font-normal">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dated.slice(0, shown).map((file) => (
            <tr key={file.id} className="border-t border-line align-top">
              <td className="py-1 pr-3">{file.title}</td>
              <td className="py-1 pr-3 whitespace-nowrap">{day(file.expiresOn)}</td>
              <td className="py-1 font-bold whitespace-nowrap">{day(file.extendedTo)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="text-13">{t('due.extendMore', { n: more })}</p>}
    </div>
  );
}

/** 延長 of one file or many: term, ground, the dates before and after; the worker does it and keeps a result for each. */
export default function ExtendSheet({ files, years: given, onClose }: ExtendSheetProps) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const ask = useAskForExtension();
  const [years, setYears] = useState(given ?? 1);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const chosen = 'chosen' in files ? files.chosen : null;
  const due = 'due' in files ? files.due : { fileIds: files.chosen.slice(0, mostAsked).map(({ id }) => id) };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '') return;
    const which = chosen ? { fileIds: chosen.map(({ id }) => id) } : { due };
    ask.mutate(
      { ...which, years, reason: reason.trim() },
      {
        onSuccess: ({ id }) => {
          announce(t('due.asked'));
          void navigate({ to: '/extensions/$id', params: { id } });
        },
      },
    );
  };
  return (
    <SheetDialog title={t('due.extendTitle')} onClose={onClose} wide dismissable={!ask.isPending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <p>{chosen ? t('due.extendWhat', { n: chosen.length, years }) : t('due.extendWhatAll', { years })}</p>
        <SelectInput
          above
          label={t('extend.years')}
          value={String(years)}
          options={terms.map((n) => [String(n), t('due.yearsN', { n })] as const)}
          onChange={(n) => setYears(Number(n))}
        />
        <TextAreaInput
          id="reason"
          rows={2}
          label={t('extend.reason')}
          required
          value={reason}
          error={asked && reason.trim() === '' ? t('form.missing') : undefined}
          onChange={setReason}
        />
        <Preview due={due} chosen={chosen} years={years} />
        {ask.error && <ProblemNote error={ask.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={ask.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={ask.isPending}>
            {t('due.submit')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
