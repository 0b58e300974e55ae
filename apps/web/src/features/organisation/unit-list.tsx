import type { ChartUnit } from '../../shared/api/organisation';
import { useT } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { cx } from '../../shared/ui/class-names';

interface UnitListProps {
  units: readonly ChartUnit[];
  current: string | undefined;
  onChoose: (code: string) => void;
}

/** 組織図 as a list that goes in with every level. */
export function UnitList({ units, current, onChoose }: UnitListProps) {
  const below = (parent: string | null) => units.filter(({ parentCode }) => parentCode === parent);
  return <Branch below={below} parent={null} current={current} onChoose={onChoose} />;
}

interface BranchProps extends Omit<UnitListProps, 'units'> {
  below: (parent: string | null) => readonly ChartUnit[];
  parent: string | null;
}

function Branch({ below, parent, current, onChoose }: BranchProps) {
  const t = useT();
  const units = below(parent);
  if (units.length === 0) return null;
  return (
    <ul className={cx(parent !== null && 'ml-4 border-l border-line pl-2')}>
      {units.map(({ code, name, vacant }) => (
        <li key={code}>
          <button
            type="button"
            aria-current={code === current ? 'true' : undefined}
            className={cx(
              'touch-target flex w-full items-center gap-2 rounded-8 px-2 py-1 text-left hover:bg-solid-gray-50',
              code === current && 'bg-blue-50 font-bold',
            )}
            onClick={() => onChoose(code)}
          >
            {name}
            {vacant > 0 && <Chip tone="warn">{t('organisation.vacant', { n: vacant })}</Chip>}
          </button>
          <Branch below={below} parent={code} current={current} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
}
