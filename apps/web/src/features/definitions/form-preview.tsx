import { useEffect, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { type FieldSpec, fieldSpecs } from '../../shared/form/field-spec';
import { FormField } from '../../shared/form/form-field';
import { rawValues } from '../../shared/form/raw-values';
import { useT } from '../../shared/i18n/translate';
import { cx } from '../../shared/ui/class-names';

/** How wide the form stands beside the sheet when it is drafted: on a phone, a tablet, a desk. */
const widths = { phone: 350, tablet: 516, desk: 680 } as const;
type Width = keyof typeof widths;

function Fields({ specs }: { specs: readonly FieldSpec[] }) {
  const form = useForm({ defaultValues: { preview: rawValues(specs, {}) } });
  return (
    <FormProvider {...form}>
      <div className="flex flex-col gap-4">
        {specs.map((spec) => (
          <FormField key={`${spec.name} ${spec.kind}`} spec={spec} name={`preview.${spec.name}`} />
        ))}
      </div>
    </FormProvider>
  );
}

/** How wide an element is. */
function useRoom() {
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(Infinity);
  useEffect(() => {
    if (!frame.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width));
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  return { frame, room };
}

/** The form as its drafters will meet it, by the same inputs; what is typed here goes nowhere. Where there is less room it is drawn smaller. */
export function FormPreview({ form }: { form: unknown }) {
  const t = useT();
  const [width, setWidth] = useState<Width>('phone');
  const { frame, room } = useRoom();
  const specs = fieldSpecs(form);
  const kinds = specs.map(({ name, kind }) => `${name} ${kind}`).join(', ');
  return (
    <section aria-label={t('definitions.preview')} className="flex min-w-0 flex-col gap-2">
      <h3 className="text-16">{t('definitions.preview')}</h3>
      <div role="group" aria-label={t('definitions.width')} className="flex flex-wrap gap-2">
        {(Object.keys(widths) as Width[]).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === width}
            onClick={() => setWidth(one)}
            className={cx(
              'touch-target rounded-8 border px-3 py-1 text-14',
              one === width ? 'border-key-900 bg-key-50 font-bold text-key-900' : 'border-solid-gray-536 bg-white',
            )}
          >
            {t(`definitions.width.${one}`)}
          </button>
        ))}
      </div>
      <div ref={frame} className="min-w-0">
        <div
          role="group"
          aria-label={t('definitions.previewOf', { width: t(`definitions.width.${width}`) })}
          className="rounded-8 border border-line bg-white p-4"
          style={{ width: widths[width], zoom: Math.min(1, room / widths[width]) }}
          data-preview={width}
        >
          <Fields key={kinds} specs={specs} />
        </div>
      </div>
    </section>
  );
}
