import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { chooseTongue, currentTongue, onTongueChange, tongues, type Tongue } from '../../shared/i18n/locale';
import { useT } from '../../shared/i18n/translate';
import { enableSingleKeys, useSingleKeysEnabled } from '../../shared/keys/shortcuts';
import { chooseTypeSize, typeSizes, useTypeSize } from '../../shared/ui/type-size';
import { Card } from './my-parts';

interface ChoicesProps<V extends string> {
  legend: string;
  values: readonly V[];
  chosen: V;
  label: (value: V) => string;
  onChoose: (value: V) => void;
}

function Choices<V extends string>({ legend, values, chosen, label, onChoose }: ChoicesProps<V>) {
  return (
    <fieldset className="mb-3">
      <legend className="mb-1 font-bold">{legend}</legend>
      <div className="flex flex-wrap gap-x-5">
        {values.map((value) => (
          <label key={value} className="touch-target inline-flex items-center gap-2 py-1">
            <input type="radio" name={legend} checked={value === chosen} onChange={() => onChoose(value)} />
            {label(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** 表示: language, やさしい日本語 among them, size of type and keys. Kept in this browser. */
export function DisplayCard() {
  const t = useT();
  const client = useQueryClient();
  const tongue = useSyncExternalStore(onTongueChange, currentTongue);
  const size = useTypeSize();
  const keys = useSingleKeysEnabled();
  const speak = (wanted: Tongue) => {
    chooseTongue(wanted);
    // What the server words comes anew in the language.
    void client.invalidateQueries();
  };
  return (
    <Card title={t('my.display')} help={t('my.displayHelp')}>
      <Choices
        legend={t('language.label')}
        values={tongues}
        chosen={tongue}
        label={(value) => t(`my.tongue.${value}`)}
        onChoose={speak}
      />
      <Choices
        legend={t('my.typeSize')}
        values={typeSizes}
        chosen={size}
        label={(value) => t(`my.type.${value}`)}
        onChoose={chooseTypeSize}
      />
      <Choices
        legend={t('my.singleKeys')}
        values={['on', 'off']}
        chosen={keys ? 'on' : 'off'}
        label={(value) => t(`my.keys.${value}`)}
        onChoose={(value) => enableSingleKeys(value === 'on')}
      />
    </Card>
  );
}
