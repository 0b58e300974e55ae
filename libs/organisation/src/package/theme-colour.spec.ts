import fc from 'fast-check';
import { municipalitySettings } from './municipality-settings';
import { contrastOf, isReadable, tonesOf } from './theme-colour';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

describe('the colour of a municipality', () => {
  it('has the contrast that WCAG 2.2 reckons', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('is taken when text in it and on it can be read, and refused when not', () => {
    expect(municipalitySettings.parse({ themeColour: '#00693e' }).themeColour).toBe('#00693e');
    expect(municipalitySettings.parse({}).themeColour).toBeNull();
    for (const refused of ['#ffcc00', '#7fbfff', 'green', '#12'])
      expect(municipalitySettings.safeParse({ themeColour: refused }).success).toBe(false);
  });

  it('reads alike from both sides, and its darker tone never reads worse', () => {
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        expect(contrastOf(one, other)).toBeCloseTo(contrastOf(other, one), 10);
        if (isReadable(one)) expect(contrastOf(tonesOf(one)[1000], '#ffffff')).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
