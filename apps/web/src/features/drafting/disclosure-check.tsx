import type { Document } from '../../shared/api/types';
import type { FieldSpec } from '../../shared/form/field-spec';
import { useT } from '../../shared/i18n/translate';
import { personalTraces } from './personal-data';

interface DisclosureCheckProps {
  document: Document;
  specs: readonly FieldSpec[];
  seen: boolean;
  onSeen: (seen: boolean) => void;
}

/** Whether the drafter has to look once more: the document is to be open and reads like the data of a person. */
export const needsDisclosureCheck = ({ attributes, fields }: Document, specs: readonly FieldSpec[]): boolean =>
  attributes.disclosureClass === 'open' && personalTraces(specs, fields).length > 0;

/** 公開区分 against what the text says, before the draft goes round. */
export function DisclosureCheck({ document, specs, seen, onSeen }: DisclosureCheckProps) {
  const t = useT();
  if (!needsDisclosureCheck(document, specs)) return null;
  return (
    <section
      aria-label={t('submit.personal')}
      className="flex flex-col gap-2 rounded-8 border-l-4 border-orange-900 bg-orange-50 px-3 py-2"
    >
      <p className="font-bold">{t('submit.personal')}</p>
      <ul className="list-disc pl-6">
        {personalTraces(specs, document.fields).map(({ label, kind }) => (
          <li key={`${label} ${kind}`}>{t('submit.personalIn', { field: label, kind: t(`personal.${kind}`) })}</li>
        ))}
      </ul>
      <label className="touch-target flex items-center gap-2">
        <input type="checkbox" checked={seen} onChange={(event) => onSeen(event.target.checked)} />
        {t('submit.personalSeen')}
      </label>
    </section>
  );
}
