import { useT } from '../i18n/translate';
import { Button } from '../ui/button';

interface ReasonFieldProps {
  value: string;
  required: boolean;
  missing: boolean;
  label?: string;
  templates?: readonly string[];
  onChange: (text: string) => void;
}

export const insertTemplate = (text: string, template: string): string =>
  text.trim() === '' ? template : `${text}\n${template}`;

/** The reason or opinion that goes with an act; templates fill it, nothing typed is cleared. */
export function ReasonField({ value, required, missing, label, templates = [], onChange }: ReasonFieldProps) {
  const t = useT();
  return (
    <>
      <label className="flex flex-col gap-1">
        <span className="font-bold">
          {label ?? t('acts.reason')} {required && <span className="text-vermilion">{t('form.required')}</span>}
        </span>
        <textarea
          autoFocus
          rows={4}
          maxLength={2000}
          value={value}
          aria-invalid={missing}
          aria-describedby={missing ? 'reason-missing' : undefined}
          onChange={(event) => onChange(event.target.value)}
          className="rounded-8 border border-solid-gray-600 p-2 text-16"
        />
      </label>
      {missing && value.trim() === '' && (
        <p id="reason-missing" role="alert" className="text-vermilion">
          {t('acts.reasonMissing')}
        </p>
      )}
      {templates.length > 0 && (
        <div role="group" aria-label={t('acts.templates')} className="flex flex-wrap gap-2">
          {templates.map((template, index) => (
            <Button
              key={template}
              look="quiet"
              className="text-13"
              onClick={() => onChange(insertTemplate(value, template))}
              aria-keyshortcuts={`Alt+${index + 1}`}
            >
              <kbd className="text-12 text-quiet">{index + 1}</kbd> {template}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
