export const BROWSERS = ['edge', 'firefox', 'chrome', 'safari', 'other'] as const;
export const SYSTEMS = ['windows', 'macos', 'ios', 'android', 'chromeos', 'linux', 'other'] as const;

/** 端末: what a person recognises a session by. */
export interface Device {
  readonly browser: (typeof BROWSERS)[number];
  readonly system: (typeof SYSTEMS)[number];
}

/** In this order: later browsers call themselves by the names of earlier ones too. */
const BROWSER_MARKS: readonly (readonly [Device['browser'], RegExp])[] = [
  ['edge', /\bEdg(?:A|iOS)?\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:Chrome|Chromium|HeadlessChrome|CriOS)\//],
  ['safari', /\bSafari\//],
];
const SYSTEM_MARKS: readonly (readonly [Device['system'], RegExp])[] = [
  ['windows', /\bWindows\b/],
  ['ios', /\b(?:iPhone|iPad|iPod)\b/],
  ['android', /\bAndroid\b/],
  ['chromeos', /\bCrOS\b/],
  ['macos', /\bMac OS X\b/],
  ['linux', /\bLinux\b/],
];

/** ID-11 Reads what a browser says of itself, which anybody may make up: for recognising, never for deciding. */
export function deviceOf(client: string): Device {
  return {
    browser: BROWSER_MARKS.find(([, mark]) => mark.test(client))?.[0] ?? 'other',
    system: SYSTEM_MARKS.find(([, mark]) => mark.test(client))?.[0] ?? 'other',
  };
}
