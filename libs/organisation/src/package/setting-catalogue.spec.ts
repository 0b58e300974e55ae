import { leavesOf } from '../core/settings-timeline';
import { municipalitySettings } from './municipality-settings';
import { NAME_KEYS, SETTING_KEYS, shapeOf } from './setting-catalogue';

describe('the catalogue of settings', () => {
  it('SET-2 holds every setting of the package, and nothing else', () => {
    const settings = [...leavesOf(municipalitySettings.parse({})).keys()];
    expect(SETTING_KEYS.filter((key) => !NAME_KEYS.includes(key)).toSorted()).toEqual(settings.toSorted());
  });

  it('SET-2 knows what each may hold from the schema that refuses the rest', () => {
    const none = { options: [], least: null, most: null, longest: null, mayBeEmpty: false };
    expect(shapeOf('pullUp')).toEqual({ ...none, kind: 'flag' });
    expect(shapeOf('graceSeconds')).toEqual({ ...none, kind: 'number', least: 0, most: 600 });
    expect(shapeOf('witnessStopHours')).toMatchObject({ kind: 'number', least: 1, mayBeEmpty: true });
    expect(shapeOf('bulkMaxAmount')).toMatchObject({ kind: 'number', most: null, mayBeEmpty: true });
    expect(shapeOf('postReview')).toMatchObject({
      kind: 'choice',
      options: ['all', 'acting_judgement', 'exempt_trivial'],
    });
    expect(shapeOf('access.stepUp.acts')).toMatchObject({ kind: 'choices' });
    expect(shapeOf('returnReasons')).toMatchObject({ kind: 'texts', most: 9, longest: 200 });
    expect(shapeOf('paperReasons')).toMatchObject({ kind: 'texts', least: 1, longest: 100 });
    expect(shapeOf('themeColour')).toMatchObject({ kind: 'colour', mayBeEmpty: true });
    expect(shapeOf('name')).toMatchObject({ kind: 'text', longest: 100 });
    expect(shapeOf('access.readingReviewPost')).toMatchObject({ kind: 'text', longest: 64, mayBeEmpty: true });
  });
});
