import { type Mark, moved } from './marks';

/** A strip of the paper that is never cut. Marks are drawn from y = 0, the top of the strip. */
export interface Slice {
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Stays on the page of the following slice of its block (headings, first lines of a paragraph). */
  readonly keepWithNext?: boolean;
  /** What closes the strip below, and opens the next page, when the page ends in the middle of a table row. */
  readonly cut?: readonly Mark[];
}

/** Slices that belong together; may run over pages. */
export interface Block {
  readonly slices: readonly Slice[];
  /** Blank above, in points; dropped at the top of a page. */
  readonly before: number;
  /** Drawn again at the top of every further page the block runs on (column headings). */
  readonly repeat?: Slice;
  readonly onNewPage?: boolean;
  /** Room that must be left under the block, or it moves to the next page with what follows (headings). */
  readonly needsBelow?: number;
}

export interface Column {
  /** Where the first page begins, and every later one under its running head. */
  readonly firstTop: number;
  readonly laterTop: number;
  readonly bottom: number;
}

/** Pours blocks into pages (SPEC REND-30). Every slice is drawn exactly once, in order. */
export function pour(blocks: readonly Block[], column: Column): Mark[][] {
  const pages = new Pages(column);
  for (const block of blocks) pourBlock(block, pages);
  return pages.marks;
}

function pourBlock(block: Block, pages: Pages): void {
  const units = keptTogether(block.slices);
  if (block.onNewPage && !pages.atTop) pages.next();
  pages.skip(block.before);
  let cut: readonly Mark[] = [];
  units.forEach((unit, index) => {
    if (!pages.hasRoomFor(heightOf(unit) + (block.needsBelow ?? 0))) {
      pages.draw(cut);
      pages.next();
      if (index > 0 && block.repeat) pages.place(block.repeat);
      pages.draw(cut);
    }
    for (const slice of unit) pages.place(slice);
    cut = unit.at(-1)?.cut ?? [];
  });
}

const heightOf = (unit: readonly Slice[]): number => unit.reduce((sum, slice) => sum + slice.height, 0);

function keptTogether(slices: readonly Slice[]): Slice[][] {
  const units: Slice[][] = [];
  let open = false;
  for (const slice of slices) {
    if (open) units.at(-1)?.push(slice);
    else units.push([slice]);
    open = slice.keepWithNext === true;
  }
  return units;
}

/** Neither the first nor the last line of a text stands alone on a page (SPEC REND-32). */
export function withoutWidows(slices: readonly Slice[]): Slice[] {
  return slices.map((slice, index) =>
    slices.length > 1 && (index === 0 || index === slices.length - 2) ? { ...slice, keepWithNext: true } : slice,
  );
}

class Pages {
  readonly marks: Mark[][] = [[]];
  private y: number;

  constructor(private readonly column: Column) {
    this.y = column.firstTop;
  }

  get atTop(): boolean {
    return this.y === this.top;
  }

  private get top(): number {
    return this.marks.length === 1 ? this.column.firstTop : this.column.laterTop;
  }

  next(): void {
    this.marks.push([]);
    this.y = this.column.laterTop;
  }

  skip(height: number): void {
    if (!this.atTop) this.y += height;
  }

  /** True also for what is higher than a page, once it stands at the top: it can go nowhere better. */
  hasRoomFor(height: number): boolean {
    return this.atTop || this.y + height <= this.column.bottom + 1e-6;
  }

  place(slice: Slice): void {
    if (!this.hasRoomFor(slice.height)) this.next();
    this.draw(slice.marks);
    this.y += slice.height;
  }

  draw(marks: readonly Mark[]): void {
    this.marks.at(-1)?.push(...moved(marks, this.y));
  }
}
