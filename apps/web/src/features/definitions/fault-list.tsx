import type { DefinitionFault } from '../../shared/api/definitions';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { fieldId } from './field-id';

interface FaultListProps {
  faults: readonly DefinitionFault[];
  /** Shows the field of a fault; absent where there is nothing to go to. */
  onPlace?: (name: string) => void;
}

/** What keeps the draft from being sent round, each with the way to its field. */
export function FaultList({ faults, onPlace }: FaultListProps) {
  const t = useT();
  const go = (place: string) => {
    onPlace?.(place);
    document.getElementById(fieldId(place))?.focus();
  };
  return (
    <section aria-label={t('definitions.faults')} className="flex flex-col gap-1">
      <h3 className="text-16">{t('definitions.faults')}</h3>
      {faults.length === 0 && <p className="text-14">{t('definitions.noFaults')}</p>}
      <ul className="flex flex-col divide-y divide-line text-14">
        {faults.map(({ place, code, message, severity }) => (
          <li key={`${place} ${code} ${message}`} className="flex flex-wrap items-center gap-2 py-1">
            <Chip tone={severity === 'error' ? 'urgent' : 'warn'}>{t(`definitions.${severity}`)}</Chip>
            <span className="min-w-0 flex-1">{message}</span>
            {onPlace && place !== '' && (
              <Button look="link" className="py-0" onClick={() => go(place)}>
                {t('definitions.toField', { name: place })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
