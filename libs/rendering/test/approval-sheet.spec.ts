import { layOutSheet } from '../src/core/sheet/layout';
import { crowdedSheet, decidedSheet, longSheet, rareSheet } from './samples';
import { printing } from './support/printing';
import { Pixels, readPdf, runTool } from './support/readers';

const { sheets, glyphs } = printing();
const squashed = (text: string): string => text.replace(/\s/gu, '');

describe('approval sheet as a PDF', () => {
  it('REND-51 gives its words to a search, in the order of the paper, names with variant characters included', async () => {
    const { bytes } = await sheets.draw(decidedSheet);
    const [page] = await readPdf(bytes);
    const text = squashed(page!.text);
    const inOrder = [
      'みどり市',
      '令8総務第1212号',
      '起案用紙',
      '副市長専決',
      '財政課長',
      '令8-総務-01847',
      '災害時応援協定の締結について（渡邉建設株式会社）',
      'よろしいか伺います。',
      '協定書案.pdf',
      '経費負担の条項',
      '1/1',
    ];
    const places = inOrder.map((words) => text.indexOf(squashed(words)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const name of ['髙橋', '𠮷田', '﨑山', '葛󠄀城', '辻󠄀']) expect(text).toContain(name);
  });

  it('REND-51 a second reader finds the same words', async () => {
    const { bytes } = await sheets.draw(decidedSheet);
    const text = squashed(runTool('pdftotext', bytes, (file) => ['-raw', file, '-']));
    for (const words of [
      '起案用紙',
      '渡邉建設株式会社',
      '髙橋直樹',
      '𠮷田',
      '﨑山昇、葛󠄀城実、辻󠄀健一',
      '令和8年12月1日から令和9年3月31日まで',
    ])
      expect(text).toContain(words);
  });

  it('REND-52 is sound, and every font in it is an embedded subset with a text map', async () => {
    for (const sheet of [decidedSheet, longSheet, rareSheet]) {
      const { bytes } = await sheets.draw(sheet);
      expect(runTool('qpdf', bytes, (file) => ['--check', file])).toContain(
        'No syntax or stream encoding errors found',
      );
      const fonts = runTool('pdffonts', bytes, (file) => [file])
        .trim()
        .split('\n')
        .slice(2);
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts) expect(font).toMatch(/^FUBAK[A-Z]\+\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/u);
    }
  });

  it('REND-50 the same sheet gives the same bytes, also in another process of the same build', async () => {
    const first = await sheets.draw(decidedSheet);
    await sheets.draw(rareSheet);
    const again = await sheets.draw(decidedSheet);
    const fresh = await printing().sheets.draw(decidedSheet);
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
    expect(Buffer.compare(first.bytes, fresh.bytes)).toBe(0);
  });

  it('REND-53 carries title, author, language and the date of printing', async () => {
    const { bytes } = await sheets.draw(decidedSheet);
    const info = runTool('pdfinfo', bytes, (file) => ['-isodates', file]);
    expect(info).toMatch(/Title:\s+災害時応援協定の締結について（渡邉建設株式会社）/u);
    expect(info).toMatch(/Author:\s+みどり市/u);
    expect(info).toMatch(/CreationDate:\s+2026-11-24T/u);
    expect(info).toMatch(/Page size:\s+595\.28 x 841\.89 pts \(A4\)/u);
    expect(runTool('qpdf', bytes, (file) => ['--json=2', '--json-key=qpdf', file])).toContain('"/Lang": "u:ja-JP"');
  });

  it('REND-54 stays small', async () => {
    expect((await sheets.draw(decidedSheet)).bytes.length).toBeLessThan(120_000);
    expect((await sheets.draw(longSheet)).bytes.length).toBeLessThan(160_000);
  });

  it('REND-40 every stamp is vermilion: its ring closed, text above, between and below the chords', async () => {
    const { bytes } = await sheets.draw(crowdedSheet);
    const [page] = await readPdf(bytes, 4);
    const rings = layOutSheet(crowdedSheet, glyphs).pages[0]!.filter(
      (mark) => mark.kind === 'circle' && mark.ink === 'vermilion',
    );
    const stamps = [...crowdedSheet.decisionBoxes, ...crowdedSheet.concurrenceBoxes].filter((box) => box.stamp);
    expect(rings).toHaveLength(stamps.length);
    for (const ring of rings) {
      if (ring.kind !== 'circle') continue;
      const { x, y, radius } = ring;
      for (let degree = 0; degree < 360; degree += 10) {
        const [dx, dy] = [Math.cos((degree * Math.PI) / 180) * radius, Math.sin((degree * Math.PI) / 180) * radius];
        expect(
          page!.pixels.coverage(
            { left: x + dx - 0.5, right: x + dx + 0.5, top: y + dy - 0.5, bottom: y + dy + 0.5 },
            Pixels.vermilion,
          ),
        ).toBeGreaterThan(0.4);
      }
      for (const [from, to] of [
        [-0.85, -0.34],
        [-0.24, 0.24],
        [0.34, 0.85],
      ] as const) {
        const band = {
          left: x - 0.35 * radius,
          right: x + 0.35 * radius,
          top: y + from * radius,
          bottom: y + to * radius,
        };
        expect(page!.pixels.coverage(band, Pixels.vermilion)).toBeGreaterThan(0.08);
      }
    }
  });

  it('REND-44 a seat that has not acted shows no vermilion', async () => {
    const waiting = {
      ...decidedSheet,
      concurrenceBoxes: [],
      decisionBoxes: [
        { heading: '課長', stamp: null, mark: 'waiting' as const },
        { heading: '部長', stamp: null, mark: null },
      ],
    };
    const [page] = await readPdf((await sheets.draw(waiting)).bytes);
    expect(page!.pixels.coverage({ left: 0, right: 595, top: 0, bottom: 842 }, Pixels.vermilion)).toBe(0);
  });

  it('REND-23 a character that no font has prints as a boxed geta mark, is listed, and is still right in the text', async () => {
    const drawn = await sheets.draw(rareSheet);
    expect(drawn.missing).toEqual(['𰻞', '𪚥', '김', '민', '수']);
    expect(drawn.substituted).toEqual(['邉󠄓']);
    const text = squashed(runTool('pdftotext', drawn.bytes, (file) => ['-raw', file, '-']));
    expect(squashed((await readPdf(drawn.bytes, 1))[0]!.text)).toContain(
      '𰻞麺の里推進事業補助金の交付について（𪚥田𫝆子）',
    );
    expect(text).toContain('𰻞麺の里推進事業補助金の交付について');
    expect(text).toContain('U+30EDE、U+2A6A5、U+AE40、U+BBFC、U+C218');
    expect(text).toContain('邉（U+9089U+E0113）');
  });

  it('REND-30 a long draft fills several pages, each with head, foot and its number', async () => {
    const { bytes, pageCount } = await sheets.draw(longSheet);
    const pages = await readPdf(bytes, 1);
    expect(pages).toHaveLength(pageCount);
    expect(pageCount).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(squashed(page.text)).toContain(`決裁済印刷令和8年11月24日15:40山田浩${index + 1}/${pageCount}`);
      if (index > 0) expect(squashed(page.text)).toContain('起案用紙令和8年度市道桜線ほか');
    });
  });
});
