import { first } from '../shared/i18n/ja/first';
import { SCREEN_GROUPS, screens } from './screens';

test('the top bar says everything before the words of other screens are there', () => {
  const groups = SCREEN_GROUPS.map((group) => `nav.group.${group}`);
  expect([...groups, ...screens.map(({ label }) => label)].filter((label) => !Object.hasOwn(first, label))).toEqual([]);
});
