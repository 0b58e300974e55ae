import { exe, jpeg, png, zip } from '../sample-files';
import { labelled } from './labelled-file';
import { tiff } from './tiff';

const MARKUP = '<html><script>fetch("http://127.0.0.1:9/")</script></html>';
const SVG =
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
const behind = (bytes: Buffer, more: Buffer | string): Buffer => Buffer.concat([bytes, Buffer.from(more as string)]);
/** A JPEG whose comment says `text`. */
const jpegSaying = (text: string): Buffer => {
  const comment = Buffer.from([0xff, 0xfe, (text.length + 2) >> 8, (text.length + 2) & 255]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), comment, Buffer.from(text), jpeg().subarray(2)]);
};
const sized = (bytes: Buffer, width: number, height: number): Buffer => {
  const copy = Buffer.from(bytes);
  const frame = copy.indexOf(Buffer.from([0xff, 0xc0]));
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
};

/** Pictures that flood the memory, are cut, or are another thing as well. */
// prettier-ignore
export const hostileImages = labelled([
  ['PNG of 50,000 × 50,000 pixels', 'a.png', () => png(50_000, 50_000), 'scans.broken-file too-many-pixels'],
  ['PNG one pixel high and 2^31 wide', 'a.png', () => png(8, 8).fill(0x7f, 16, 20), 'scans.broken-file too-many-pixels'],
  ['JPEG of 50,000 × 50,000 pixels', 'a.jpg', () => sized(jpeg(), 50_000, 50_000), 'scans.broken-file too-many-pixels'],
  ['TIFF of 50,000 × 50,000 pixels', 'a.tif', () => tiff({ width: 50_000, height: 50_000 }), 'scans.broken-file too-many-pixels'],
  ['TIFF whose second page has 50,000 × 50,000 pixels', 'a.tif', () => withSecondPage(), 'scans.broken-file too-many-pixels'],
  ['TIFF whose pages go round', 'a.tif', () => tiff({ next: 8 }), 'scans.broken-file unreadable'],
  ['TIFF whose next page lies behind the end', 'a.tif', () => tiff({ next: 999_999 }), 'scans.broken-file cut-off'],
  ['PNG cut off', 'a.png', () => png(40, 30).subarray(0, -20), 'scans.broken-file cut-off'],
  ['PNG of a signature alone', 'a.png', () => png(40, 30).subarray(0, 8), 'scans.type-mismatch text'],
  ['PNG whose part claims 2 GB', 'a.png', () => { const bytes = png(8, 8); bytes.writeUInt32BE(0x7fffffff, 33); return bytes; }, 'scans.broken-file cut-off'],
  ['JPEG cut off', 'a.jpg', () => jpeg().subarray(0, -2), 'scans.broken-file cut-off'],
  ['JPEG without a picture', 'a.jpg', () => Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0]), 'scans.broken-file unreadable'],
  ['JPEG with a page of script in its comment', 'a.jpg', () => jpegSaying(MARKUP), 'accepted ForeignData'],
  ['JPEG with a page of script behind it', 'a.jpg', () => behind(jpeg(), MARKUP), 'accepted ForeignData'],
  ['JPEG with PHP in its comment', 'a.jpg', () => jpegSaying('<?php system($_GET[0]); ?>'), 'accepted ForeignData'],
  ['JPEG that is also a ZIP', 'a.jpg', () => behind(jpeg(), zip([{ name: 'a.exe', body: 'MZ' }])), 'accepted ForeignData'],
  ['JPEG that is also a PDF', 'a.jpg', () => jpegSaying('%PDF-1.7 1 0 obj'), 'accepted ForeignData'],
  ['PNG with a page of script behind it', 'a.png', () => behind(png(8, 8), MARKUP), 'accepted ForeignData'],
  ['PNG that is also a ZIP', 'a.png', () => behind(png(8, 8), zip([{ name: 'a', body: 'a' }])), 'accepted ForeignData'],
  ['GIF that is also a script, by its name', 'a.gif', () => Buffer.from('GIF89a/*\0\0*/=1;alert(1)'), 'scans.type-not-allowed'],
  ['GIF that is also a script, called a picture', 'a.png', () => Buffer.from('GIF89a/*\0\0*/=1;alert(1)'), 'scans.type-mismatch gif'],
  ['GIF that is also a script, called a text', 'a.txt', () => Buffer.from('GIF89a/*\0\0*/=1;alert(1)'), 'scans.type-mismatch gif'],
  ['SVG with a script, by its name', 'a.svg', () => Buffer.from(SVG), 'scans.type-not-allowed'],
  ['SVG with a script, called a picture', 'a.png', () => Buffer.from(SVG), 'scans.type-mismatch xml'],
  ['SVG with a script, called a PDF', 'a.pdf', () => Buffer.from(SVG), 'scans.type-mismatch xml'],
  ['page of script, by its name', 'a.html', () => Buffer.from(MARKUP), 'scans.type-not-allowed'],
  ['page of script, called a picture', 'a.jpg', () => Buffer.from(MARKUP), 'scans.type-mismatch text'],
  ['program called a picture', 'a.png', exe, 'scans.type-mismatch exe'],
  ['PNG called JPEG', 'a.jpg', () => png(8, 8), 'scans.type-mismatch png'],
  ['noise called a picture', 'a.tif', () => Buffer.from([0, 1, 2, 250, 251, 252]), 'scans.type-mismatch unknown'],
]);

function withSecondPage(): Buffer {
  const bytes = tiff({ pages: 2 });
  const second = bytes.readUInt32LE(8 + 2 + 12 * 8);
  bytes.writeUInt32LE(50_000, second + 10);
  bytes.writeUInt32LE(50_000, second + 22);
  return bytes;
}
