import { useDelegationChoices } from '../../shared/api/delegation';
import { useT } from '../../shared/i18n/translate';

/** Shows the rows of one matter type. */
export function TypeFilter({ only, onChange }: { only: string; onChange: (code: string) => void }) {
  const t = useT();
  const choices = useDelegationChoices();
  return (
    <label className="flex items-center gap-2 text-14">
      {t('delegation.onlyType')}
      <select
        value={only}
        onChange={(event) => onChange(event.target.value)}
        className="rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5"
      >
        <option value="">{t('delegation.allTypes')}</option>
        {choices.data?.matterTypes.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
