import { useState } from 'react';
import { useFilingClasses } from '../../shared/api/matter-types';
import { fittingOptions } from '../../shared/form/fitting-options';
import { PickBox } from '../../shared/form/pick-box';
import { useT } from '../../shared/i18n/translate';

interface ClassPickerProps {
  value: string;
  error?: string | undefined;
  onChange: (code: string) => void;
}

/** The class of the filing plan: picked by code or name, with the retention it brings. What was not chosen goes back. */
export function ClassPicker({ value, error, onChange }: ClassPickerProps) {
  const t = useT();
  const all = useFilingClasses().data ?? [];
  // A class whose last year is over takes no new drafts; one that was chosen before stays.
  const classes = all.filter(({ ended, code }) => !ended || code === value);
  const [typed, setTyped] = useState<string | null>(null);
  const wordsOf = ({ code, name }: (typeof classes)[number]) => `${code} ${name}`;
  const chosen = classes.find((item) => item.code === value);
  const standing = chosen ? wordsOf(chosen) : value;
  const items = fittingOptions(
    classes.map((item) => ({ ...item, value: item.code, label: wordsOf(item) })),
    typed ?? '',
  ).map((item) => ({ ...item, id: item.value, words: item.label }));
  return (
    <PickBox
      id="attributes.classCode"
      label={t('attributes.class')}
      placeholder={t('attributes.classDefault')}
      error={error}
      items={items}
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
