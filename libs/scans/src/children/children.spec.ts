import { deflateSync } from 'node:zlib';
import { exifRotation } from './exif-rotation';
import { pageFor } from './image-page';
import { inspectImage } from './inspect-image';
import { activeNamesIn } from './pdf-active-names';
import { readText } from './read-text';
import { Slots } from './slots';

describe('SCN-8 active names of a PDF', () => {
  const stream = (dictionary: string, body: Buffer) =>
    Buffer.concat([Buffer.from(`1 0 obj\n<<${dictionary}>>\nstream\n`), body, Buffer.from('\nendstream\nendobj\n')]);

  it('are found where they stand, also when spelled in hexadecimal', () => {
    expect(
      activeNamesIn(Buffer.from('<</OpenAction<</S/J#61vaScript/JS(app.alert(1))>>/Names[/EmbeddedFiles 1 0 R]>>')),
    ).toEqual(['EmbeddedFile', 'JavaScript', 'OpenAction']);
  });

  it('are found inside compressed object streams', () => {
    const body = deflateSync(Buffer.from('<</S/Launch/F(cmd.exe)>>'));
    expect(activeNamesIn(stream('/Type/ObjStm/N 1/Filter/FlateDecode', body))).toEqual(['Launch']);
  });

  it('are not read into the picture data of a page', () => {
    expect(activeNamesIn(stream('/Subtype/Image', Buffer.from(' /JS /Launch ')))).toEqual([]);
  });

  it('do not include longer names that begin alike', () => {
    expect(activeNamesIn(Buffer.from('/AAPL:Keywords /JSource /URIx /OpenActions'))).toEqual([]);
  });

  it('are found across the seams of the windows in which the file is read', () => {
    for (let shift = -8; shift <= 2; shift += 1) {
      expect(activeNamesIn(Buffer.from(`${' '.repeat(1024 * 1024 + shift)}/Launch `))).toEqual(['Launch']);
    }
  });

  it('end with the file when a stream does not', () => {
    expect(activeNamesIn(Buffer.from('/URI(x) 1 0 obj <<>> stream\n/Launch'))).toEqual(['URI']);
  });
});

describe('SCN-7 images', () => {
  const png = (width: number, height: number, end = true) => {
    const chunk = (kind: string, data: Buffer) => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(data.length);
      head.write(kind, 4, 'latin1');
      return Buffer.concat([head, data, Buffer.alloc(4)]);
    };
    const size = Buffer.alloc(13);
    size.writeUInt32BE(width, 0);
    size.writeUInt32BE(height, 4);
    const parts = [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', size), chunk('IDAT', Buffer.alloc(50))];
    return Buffer.concat(end ? [...parts, chunk('IEND', Buffer.alloc(0))] : parts);
  };
  const jpeg = (...segments: Buffer[]) => Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments]);
  const frame = (width: number, height: number) =>
    Buffer.from([0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  const scan = Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3]);
  const end = Buffer.from([0xff, 0xd9]);

  it('of bearable size and complete are one page', () => {
    expect(inspectImage('png', png(2480, 3508))).toEqual({ pages: 1, broken: null });
    expect(inspectImage('jpg', jpeg(frame(2480, 3508), scan, end))).toEqual({ pages: 1, broken: null });
  });

  it('that would flood the memory are refused before they are decoded', () => {
    expect(inspectImage('png', png(60_000, 60_000)).broken).toBe('too-many-pixels');
    expect(inspectImage('jpg', jpeg(frame(65_000, 65_000), scan, end)).broken).toBe('too-many-pixels');
  });

  it('that are cut off anywhere are recognised', () => {
    const whole = png(10, 10);
    for (const length of [20, 40, whole.length - 1])
      expect(inspectImage('png', whole.subarray(0, length)).broken).toBe('cut-off');
    expect(inspectImage('png', png(10, 10, false)).broken).toBe('cut-off');
    expect(inspectImage('jpg', jpeg(frame(10, 10), scan)).broken).toBe('cut-off');
    expect(inspectImage('jpg', jpeg(frame(10, 10))).broken).toBe('cut-off');
  });

  it('in TIFF have as many pages as directories, and none of them behind the end', () => {
    const directory = (next: number) => {
      const bytes = Buffer.alloc(2 + 24 + 4);
      bytes.writeUInt16LE(2, 0);
      [256, 257].forEach((tag, index) => {
        bytes.writeUInt16LE(tag, 2 + index * 12);
        bytes.writeUInt16LE(3, 4 + index * 12);
        bytes.writeUInt32LE(1, 6 + index * 12);
        bytes.writeUInt16LE(1000, 10 + index * 12);
      });
      bytes.writeUInt32LE(next, 26);
      return bytes;
    };
    const head = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
    expect(inspectImage('tif', Buffer.concat([head, directory(38), directory(0)]))).toEqual({ pages: 2, broken: null });
    expect(inspectImage('tif', Buffer.concat([head, directory(9999)])).broken).toBe('cut-off');
    expect(inspectImage('tif', Buffer.concat([head, directory(8)])).broken).toBe('unreadable');
  });

  it('from a camera are turned as the camera says', () => {
    const exif = (orientation: number) => {
      const tiff = Buffer.from([
        0x4d,
        0x4d,
        0,
        42,
        0,
        0,
        0,
        8,
        0,
        1,
        0x01,
        0x12,
        0,
        3,
        0,
        0,
        0,
        1,
        0,
        orientation,
        0,
        0,
        0,
        0,
        0,
        0,
      ]);
      const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
      return Buffer.concat([Buffer.from([0xff, 0xe1, 0, body.length + 2]), body]);
    };
    expect([1, 3, 6, 8].map((orientation) => exifRotation(jpeg(exif(orientation), scan)))).toEqual([0, 180, 90, 270]);
    expect(exifRotation(jpeg(frame(1, 1), scan))).toBe(0);
    expect(exifRotation(jpeg(exif(6).subarray(0, 20)))).toBe(0);
  });

  it('fill an A4 page without being cut or stretched', () => {
    for (const [width, height] of [
      [2480, 3508],
      [3508, 2480],
      [100, 4000],
      [1, 1],
    ] as const) {
      const place = pageFor({ width, height, rotation: 0 });
      expect(place.width / place.height).toBeCloseTo(width / height);
      expect(place.x).toBeGreaterThanOrEqual(-0.01);
      expect(place.y).toBeGreaterThanOrEqual(-0.01);
      expect(Math.min(place.x, place.y)).toBeCloseTo(0);
    }
  });
});

describe('SCN-4 text files', () => {
  it.each([
    ['UTF-8', Buffer.from('起案、𠮷')],
    ['UTF-8 with a mark', Buffer.from('\uFEFF起案、𠮷')],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('起案、𠮷', 'utf16le')])],
  ])('are read in %s', (_name, bytes) => {
    expect(readText(bytes)).toBe('起案、𠮷');
  });

  it('are read in Shift_JIS, as most of a town’s old files are', () => {
    expect(readText(Buffer.from([0x8b, 0x4e, 0x88, 0xc4, 0x0d, 0x0a]))).toBe('起案\r\n');
  });

  it('are read when a letter lies across the seam of two pieces', () => {
    const text = `${'a'.repeat(1024 * 1024 - 1)}起案`;
    expect(readText(Buffer.from(text))).toBe(text);
  });

  it.each([
    ['a NUL byte', Buffer.from('abc\0def')],
    ['bytes of no encoding', Buffer.from([0xff, 0xff, 0x80, 0x00, 0x01])],
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')],
  ])('are not text with %s', (_name, bytes) => {
    expect(readText(bytes)).toBeNull();
  });
});

describe('slots', () => {
  it('let two pieces of work run at once, in order, and go on after a failure', async () => {
    const slots = new Slots(2);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const work = (n: number) =>
      slots.run(async () => {
        running += 1;
        most = Math.max(most, running);
        order.push(n);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        if (n === 1) throw new Error('first');
      });
    const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(work));
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4, 5]);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });
});
