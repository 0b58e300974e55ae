import { useState } from 'react';
import { useDocumentList } from '../../shared/api/documents';
import { useFilingClasses } from '../../shared/api/matter-types';
import { fittingOptions } from '../../shared/form/fitting-options';
import { PickBox } from '../../shared/form/pick-box';
import { useT } from '../../shared/i18n/translate';

interface ClassPickerProps {
  value: string;
  error?: string | undefined;
  onChange: (code: string) => void;
}

const mostRecent = 5;

/** Codes of the classes of this person's last documents, newest first. */
function useClassesUsedLately(): readonly string[] {
  const latest = useDocumentList({ view: 'mine' }).data?.pages[0]?.items ?? [];
  return [...new Set(latest.map(({ classCode }) => classCode))].slice(0, mostRecent);
}

/** The class of the filing plan: picked from those used lately or from the tree, by code or name, with the retention it brings. What was not chosen goes back. */
export function ClassPicker({ value, error, onChange }: ClassPickerProps) {
  const t = useT();
  const all = useFilingClasses().data ?? [];
  // A class whose last year is over takes no new drafts; one that was chosen before stays.
  const classes = all.filter(({ ended, code }) => !ended || code === value);
  const [typed, setTyped] = useState<string | null>(null);
  const wordsOf = ({ code, name }: (typeof classes)[number]) => `${code} ${name}`;
  const chosen = classes.find((item) => item.code === value);
  const standing = chosen ? wordsOf(chosen) : value;
  const used = useClassesUsedLately();
  const latest = t('attributes.recentClasses');
  const items = fittingOptions(
    classes.map((item) => ({ ...item, value: item.code, label: wordsOf(item) })),
    typed ?? '',
  ).map((item) => ({
    ...item,
    id: item.value,
    words: item.label,
    group: used.includes(item.code) ? latest : item.above.join(' › '),
  }));
  const recent = used.flatMap((code) => items.find((item) => item.code === code) ?? []);
  return (
    <PickBox
      id="attributes.classCode"
      label={t('attributes.class')}
      placeholder={t('attributes.classDefault')}
      error={error}
      items={[...recent, ...items.filter((item) => !recent.includes(item))]}
      groupOf={({ group }) => group}
      typed={typed ?? standing}
      chosen={chosen?.code ?? null}
      opensOnFocus
      none={t('form.noChoice')}
      note={
        <span className="text-13 text-quiet">
          {chosen?.retentionLabel && t('attributes.retention', { label: chosen.retentionLabel })}
        </span>
      }
      onType={(text) => setTyped(text === standing ? null : text)}
      onChoose={({ value: code }) => {
        setTyped(null);
        onChange(code);
      }}
      onBlur={() => setTyped(null)}
    >
      {(item) => (
        <>
          <span>{item.words}</span>
          <span className="text-13 text-quiet">{item.retentionLabel}</span>
        </>
      )}
    </PickBox>
  );
}
