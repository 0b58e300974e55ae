import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';
import type { Page } from 'playwright-core';

const GOLDEN = join(projectRoot, 'test/browser/golden');
const SEEN = join(projectRoot, 'test-results/golden');
const FONTS = {
  '400': 'biz-udgothic/400Regular/BIZUDGothic_400Regular',
  '700': 'biz-udgothic/700Bold/BIZUDGothic_700Bold',
};

/** Cells of so many pixels are compared by their mean colour: how edges of letters are smoothed does not show in it. */
const CELL = 4;
/** Of 255. A stem of a letter that is drawn half a pixel beside changes a cell by 32; a stroke more or less by 64. */
const TOLERATED = 40;

/** Runs in a page; as text because these programs know no DOM. @returns cells that differ, or null when the sizes do */
const COMPARE = `async ([one, other, cell, tolerated]) => {
  const read = async (base64) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + base64;
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const [a, b] = [await read(one), await read(other)];
  if (a.width !== b.width || a.height !== b.height) return null;
  const differs = (left, top) => {
    const sums = [0, 0, 0];
    const right = Math.min(left + cell, a.width), bottom = Math.min(top + cell, a.height);
    for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) for (const channel of [0, 1, 2]) {
      const at = (y * a.width + x) * 4 + channel;
      sums[channel] += a.data[at] - b.data[at];
    }
    return sums.some((sum) => Math.abs(sum) > tolerated * (right - left) * (bottom - top));
  };
  const cells = [];
  for (let y = 0; y < a.height; y += cell) for (let x = 0; x < a.width; x += cell) if (differs(x, y)) cells.push(x + ',' + y);
  return cells;
}`;

/** The same letters on every machine, whatever fonts it has: those that the product's own PDFs are set in. */
export async function setInKnownLetters(page: Page): Promise<void> {
  for (const [weight, file] of Object.entries(FONTS))
    await page.route(`**/letters-${weight}.ttf`, (route) =>
      route.fulfill({ path: require.resolve(`@expo-google-fonts/${file}.ttf`), contentType: 'font/ttf' }),
    );
}

const LETTERS = `(async () => {
  for (const weight of [${Object.keys(FONTS).join()}])
    document.fonts.add(await new FontFace('Known', 'url(/letters-' + weight + '.ttf)', { weight: String(weight) }).load());
  const { style } = document.documentElement;
  for (const name of ['--font-sans', '--font-mincho', '--default-font-family', '--default-mono-font-family', '--font-mono'])
    style.setProperty(name, 'Known');
  document.activeElement?.blur();
  await document.fonts.ready;
})()`;

/** A picture of what stands there, in known letters, without the caret and anything that moves. */
export async function pictureOf(page: Page): Promise<Buffer> {
  await page.evaluate(LETTERS);
  return page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
}

/**
 * Compares with `golden/<name>.png`; where it is missing and GOLDEN=write is set, it is written.
 * @returns left upper corners of the cells that differ; the picture is kept in `test-results/golden` when there are some
 */
export async function differences(page: Page, name: string, picture: Buffer): Promise<readonly string[]> {
  const file = join(GOLDEN, `${name}.png`);
  if (process.env.GOLDEN === 'write' && !existsSync(file)) {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(file, picture);
  }
  if (!existsSync(file)) return ['There is no golden picture: run with GOLDEN=write and look at it.'];
  const pair = [readFileSync(file).toString('base64'), picture.toString('base64'), CELL, TOLERATED];
  const blank = await page.context().newPage();
  const cells = await blank.evaluate<string[] | null>(`(${COMPARE})(${JSON.stringify(pair)})`);
  await blank.close();
  if (cells?.length === 0) return [];
  mkdirSync(SEEN, { recursive: true });
  writeFileSync(join(SEEN, `${name}.png`), picture);
  return cells ?? ['The picture has another size.'];
}
