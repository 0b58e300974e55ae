import type { Setting } from '../../shared/api/settings';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { formatDay, townDay } from '../../shared/wareki/format';
import { helpKey, nameKey, valueWords } from './setting-words';
import { Swatch } from './swatch';

interface SettingLineProps {
  readonly setting: Setting;
  readonly mayChange: boolean;
  readonly onOpen: () => void;
}

function Value({ setting }: { setting: Setting }) {
  const { t, locale } = useLanguage();
  const { value, byDefault, hasDays, planned, changedAt, changedByName } = setting;
  const isDefault = JSON.stringify(value) === JSON.stringify(byDefault);
  const day = changedAt && formatDay(townDay(changedAt), locale);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {setting.shape.kind === 'texts' && Array.isArray(value) && value.length > 0 ? (
        <ul className="list-disc pl-5 font-bold">
          {value.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p className="flex flex-wrap items-center gap-2 font-bold wrap-anywhere">
          {valueWords(setting, value, t)}
          {typeof value === 'string' && <Swatch colour={value} />}
        </p>
      )}
      {planned.map((plan) => (
        <p key={plan.from} className="text-14">
          {t('settings.planned', { day: formatDay(plan.from, locale), value: valueWords(setting, plan.value, t) })}
        </p>
      ))}
      {hasDays && (
        <p className="text-13 text-quiet">
          {isDefault ? t('settings.isDefault') : t('settings.default', { value: valueWords(setting, byDefault, t) })}
        </p>
      )}
      {day && (
        <p className="text-13 text-quiet">
          {changedByName
            ? t('settings.changedBy', { day, name: changedByName })
            : t('settings.changedByImport', { day })}
        </p>
      )}
    </div>
  );
}

/** A setting in the list: what it does, what it is, who changed it last. */
export function SettingLine({ setting, mayChange, onOpen }: SettingLineProps) {
  const t = useT();
  const name = t(nameKey(setting.key));
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line py-3 last:border-b-0 md:grid-cols-[3fr_2fr_auto]">
      <div className="flex min-w-0 flex-col gap-1">
        <h3 className="flex flex-wrap items-center gap-2 text-16">
          {name} {setting.rule && <Chip>{setting.rule}</Chip>}
        </h3>
        <p className="text-14">{t(helpKey(setting.key))}</p>
      </div>
      <Value setting={setting} />
      <div>
        <Button onClick={onOpen} aria-label={t(mayChange ? 'settings.open' : 'settings.look', { name })}>
          {t(mayChange ? 'settings.change' : 'settings.lookShort')}
        </Button>
      </div>
    </li>
  );
}
