import type { Translate } from '../i18n/translate';
import { ja } from '../i18n/ja';
import { seriesName } from './series-name';

const t: Translate = (key) => ja[key];
const one = (seriesCode: string, kind: string) => ({ seriesCode, kind });

describe('the name of a series', () => {
  it('says what it numbers; the code of the package stands beside it only where two number the same', () => {
    const list = [one('S-DRAFT', 'draft'), one('S-DISCLOSURE', 'receipt_own'), one('S-AUDIT', 'receipt_own')];
    expect(list.map((series) => seriesName(series, list, t))).toEqual([
      '起案',
      '個別の収受 (S-DISCLOSURE)',
      '個別の収受 (S-AUDIT)',
    ]);
  });

  it('is the same for all years and symbols of one series, and the code for a kind of the town', () => {
    const list = [one('S-DRAFT', 'draft'), one('S-DRAFT', 'draft'), one('S-X', 'permit')];
    expect(list.map((series) => seriesName(series, list, t))).toEqual(['起案', '起案', 'S-X']);
  });
});
