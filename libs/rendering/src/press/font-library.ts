import { existsSync, readFileSync } from 'node:fs';
import type { Face } from '../core/marks';
import { refuse } from '../errors';
import { Typeface } from './typeface';

const CARRIED = {
  mincho: '@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf',
  minchoBold: '@expo-google-fonts/biz-udmincho/700Bold/BIZUDMincho_700Bold.ttf',
  gothic: '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
  gothicBold: '@expo-google-fonts/biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf',
  serif: '@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
  serifBold: '@expo-google-fonts/noto-serif-jp/700Bold/NotoSerifJP_700Bold.ttf',
} as const;
type Carried = keyof typeof CARRIED;

/** After the face's own font: what it lacks comes from Noto Serif JP, in the same weight. */
const CHAIN: Record<Face, readonly [Carried, Carried]> = {
  mincho: ['mincho', 'serif'],
  minchoBold: ['minchoBold', 'serifBold'],
  gothic: ['gothic', 'serif'],
  gothicBold: ['gothicBold', 'serifBold'],
};

/** IPAmjMincho (文字情報基盤, 58,000 kanji for personal names), where the operating system has it. Too large to carry along. */
export const INSTALLED_FONTS: readonly string[] = [
  '/usr/share/fonts/truetype/ipamj/ipamjm.ttf',
  '/usr/share/fonts/opentype/ipamj-mincho/ipamjm.ttf',
  '/usr/share/fonts/ipa-mj-mincho/ipamjm.ttf',
  '/usr/local/share/fonts/ipamjm.ttf',
];

/** The fonts of the process. A file is read when a character first needs it, once. */
export class FontLibrary {
  private readonly opened = new Map<string, Typeface>();

  /** @param installed paths where the last font of every chain may stand; the first that exists is taken. */
  constructor(private readonly installed: readonly string[]) {}

  /** The chain of a face, opened one after another as far as the caller goes (SPEC REND-20). */
  *chain(face: Face): Generator<Typeface> {
    for (const font of CHAIN[face]) yield this.open(carriedFile(CARRIED[font]));
    const installed = this.installed.find((file) => this.opened.has(file) || existsSync(file));
    if (installed) yield this.open(installed);
  }

  private open(file: string): Typeface {
    let typeface = this.opened.get(file);
    if (!typeface) {
      typeface = new Typeface(readFileSync(file));
      this.opened.set(file, typeface);
    }
    return typeface;
  }
}

function carriedFile(specifier: string): string {
  try {
    return require.resolve(specifier);
  } catch (cause) {
    throw Object.assign(refuse('rendering.font-missing', { file: specifier }), { cause });
  }
}
