import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** A page as another program sees it: its words, and its pixels. */
export interface ReadPage {
  readonly text: string;
  readonly pixels: Pixels;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A rasterised page. Coordinates of questions are points from the top left corner. */
export class Pixels {
  constructor(
    private readonly data: Uint8Array,
    private readonly width: number,
    readonly scale: number,
  ) {}

  /** Whether a pixel is ink, by its red, green and blue. */
  static readonly dark = (red: number, green: number, blue: number): boolean => red + green + blue < 450;
  static readonly vermilion = (red: number, green: number, blue: number): boolean =>
    red > 140 && red - green > 60 && red - blue > 60;

  /** Share of ink in a rectangle, 0 to 1. */
  coverage(rect: Rect, ink = Pixels.dark): number {
    let found = 0;
    let all = 0;
    this.visit(rect, (r, g, b) => {
      all++;
      if (ink(r, g, b)) found++;
    });
    return all === 0 ? 0 : found / all;
  }

  /** Smallest rectangle around the ink inside `rect`, or null where it is blank. */
  inkBox(rect: Rect, ink = Pixels.dark): Rect | null {
    let box: Rect | null = null;
    this.visit(rect, (r, g, b, x, y) => {
      if (!ink(r, g, b)) return;
      const right = x + 1 / this.scale;
      const bottom = y + 1 / this.scale;
      box = box
        ? {
            left: Math.min(box.left, x),
            top: Math.min(box.top, y),
            right: Math.max(box.right, right),
            bottom: Math.max(box.bottom, bottom),
          }
        : { left: x, top: y, right, bottom };
    });
    return box;
  }

  private visit(rect: Rect, see: (red: number, green: number, blue: number, x: number, y: number) => void): void {
    for (let y = Math.floor(rect.top * this.scale); y < rect.bottom * this.scale; y++) {
      for (let x = Math.floor(rect.left * this.scale); x < rect.right * this.scale; x++) {
        const at = (y * this.width + x) * 4;
        see(this.data[at] ?? 255, this.data[at + 1] ?? 255, this.data[at + 2] ?? 255, x / this.scale, y / this.scale);
      }
    }
  }
}

/** Reads a PDF with PDFium, the engine of Chromium. */
export async function readPdf(bytes: Uint8Array, scale = 3): Promise<ReadPage[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const pages: ReadPage[] = [];
    for (const page of document.pages()) {
      // Text first: rendering closes the page.
      const text = page.getText().replaceAll('\r\n', '\n');
      const { data, width } = await page.render({ scale, render: 'bitmap' });
      pages.push({ text, pixels: new Pixels(data, width, scale) });
    }
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}

const PACKAGES = {
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  qpdf: 'qpdf',
} as const;

/** Output of a second, independent reader. A missing program fails the test and says how to get it. */
export function runTool(
  tool: keyof typeof PACKAGES,
  bytes: Uint8Array,
  args: (file: string) => readonly string[],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'fubako-pdf-'));
  const file = join(folder, 'sheet.pdf');
  try {
    writeFileSync(file, bytes);
    return execFileSync(tool, args(file), { encoding: 'utf8' });
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw missing ? new Error(`${tool} not found: apt-get install ${PACKAGES[tool]}`) : error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
