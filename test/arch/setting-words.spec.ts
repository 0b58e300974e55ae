import { SETTING_KEYS, shapeOf } from '../../libs/organisation/src/package/setting-catalogue';
import { en } from '../../apps/web/src/shared/i18n/en';
import { ja } from '../../apps/web/src/shared/i18n/ja';

/** Options come from the API, so no type holds their words. */
const wordsOf = (key: (typeof SETTING_KEYS)[number]): string[] => {
  const { kind, options } = shapeOf(key);
  const named = options.map((option) =>
    kind === 'choices' ? `setting.mark.${option}` : `setting.${key}.is.${option}`,
  );
  return [`setting.${key}`, `setting.${key}.help`, ...named];
};

describe('SET-2 settings in words', () => {
  it.each(SETTING_KEYS)('%s has its name, its explanation and every choice in both languages', (key) => {
    const missing = wordsOf(key).filter((word) => !(word in ja) || !(word in en));
    expect(missing).toEqual([]);
  });

  it('no word is for a choice that is none', () => {
    const known = new Set(SETTING_KEYS.flatMap(wordsOf));
    const spoken = Object.keys(ja).filter(
      (word) => word.startsWith('setting.') && !/^setting\.(unit\.|yes|no$|none)/.test(word),
    );
    expect(spoken.filter((word) => !known.has(word))).toEqual([]);
  });
});
