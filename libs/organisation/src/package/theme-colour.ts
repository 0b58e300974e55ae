/** Relative luminance of `#rrggbb` (WCAG 2.2, 1.4.3). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue, from 0 to 255. */
const channelsOf = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** Contrast of two colours, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** @param share of `colour`, from 0 to 1 */
function mixed(colour: string, other: string, share: number): string {
  const others = channelsOf(other);
  const channels = channelsOf(colour).map((channel, at) =>
    Math.round(channel * share + (others[at] ?? 0) * (1 - share)),
  );
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** What the pages use of a municipality's colour: itself for links and buttons, a darker one, and two that lie under text. */
export function tonesOf(colour: string): Readonly<Record<50 | 100 | 900 | 1000, string>> {
  return {
    50: mixed(colour, '#ffffff', 0.06),
    100: mixed(colour, '#ffffff', 0.14),
    900: colour,
    1000: mixed(colour, '#000000', 0.75),
  };
}

/** 1.4.3 Links in the colour stand on white and on its own light tones, and white text stands on it. */
export function isReadable(colour: string): boolean {
  const tones = tonesOf(colour);
  return ['#ffffff', tones[50], tones[100]].every((ground) => contrastOf(colour, ground) >= 4.5);
}
