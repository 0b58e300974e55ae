import { useState } from 'react';
import { type YearLine, labelsAddress, useYearLines } from '../../shared/api/years';
import { useT } from '../../shared/i18n/translate';
import { Button, buttonClass } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { later } from '../../shared/ui/later';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';

const EditLineSheet = later(() => import('./edit-line-sheet'));

function LineRow({ line, onEdit }: { line: YearLine; onEdit: (() => void) | undefined }) {
  const t = useT();
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-2 pr-3 text-left font-normal">
        <span className="font-bold">{line.title}</span>
        <span className="block text-13 text-quiet">
          {line.classCode} {line.className}
        </span>
      </th>
      <td className="py-2 pr-3">
        <span className="flex flex-wrap gap-1">
          <Chip tone={line.action === 'open' ? 'level' : 'plain'}>{t(`years.action.${line.action}`)}</Chip>
          {line.personalData && <Chip tone="warn">{t('years.mark.personal')}</Chip>}
          {line.secret && <Chip tone="warn">{t('years.mark.secret')}</Chip>}
        </span>
      </td>
      <td className="py-2 text-right">
        {onEdit && (
          <Button look="quiet" onClick={onEdit} aria-label={t('years.editOf', { title: line.title })}>
            {t('years.edit')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** The files of one section next year. */
export function SectionLines({ year, unit }: { year: number; unit: { code: string; name: string } }) {
  const t = useT();
  const list = useYearLines(year, unit.code);
  const [editing, setEditing] = useState<YearLine | null>(null);
  const items = list.data?.items ?? [];
  const mayChoose = list.data?.allowed.includes('choose') ?? false;
  return (
    <section aria-labelledby="lines" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="lines" className="text-18">
          {t('years.lines', { unit: unit.name })}
        </h2>
        <p className="flex flex-wrap gap-2">
          {(['spine', 'box'] as const).map((kind) => (
            <a
              key={kind}
              className={buttonClass('link')}
              href={labelsAddress(kind, year, unit.code)}
              target="_blank"
              rel="noreferrer"
            >
              {t(`years.${kind}Labels`)}
            </a>
          ))}
        </p>
      </div>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={6} />}
      {items.length > 0 && (
        <table className="w-full border-collapse">
          <caption className="sr-only">{t('years.lines', { unit: unit.name })}</caption>
          <thead className="border-b border-solid-gray-536 text-left text-13">
            <tr>
              <th scope="col" className="py-1 font-normal">
                {t('years.file')}
              </th>
              <th scope="col" className="font-normal">
                {t('paper.state')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {items.map((line) => (
              <LineRow
                key={`${line.action} ${line.classCode} ${line.fileId ?? line.title}`}
                line={line}
                onEdit={mayChoose && line.action !== 'carry' ? () => setEditing(line) : undefined}
              />
            ))}
          </tbody>
        </table>
      )}
      {editing && <EditLineSheet year={year} section={unit.code} line={editing} onClose={() => setEditing(null)} />}
    </section>
  );
}
