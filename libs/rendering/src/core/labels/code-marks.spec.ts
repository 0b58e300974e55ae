import { codeMarks } from './code-marks';

describe('LAB-4 a code on a label', () => {
  it('dark modules that stand beside each other are one area, within the quiet zone', () => {
    const marks = codeMarks(
      [
        [true, true, false],
        [false, false, false],
        [true, false, true],
      ],
      { x: 100, y: 50, side: 22 },
    );
    expect(marks.map(({ x, y, width, height }) => [x, y, width, height])).toEqual([
      [108, 58, 4, 2],
      [108, 62, 2, 2],
      [112, 62, 2, 2],
    ]);
  });
});
