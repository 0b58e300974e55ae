import { totalmem } from 'node:os';
import { pageMemoryMb } from './page-memory';

const GB = 1024 ** 3;

describe('Memory for pages', () => {
  it.each([
    [0.5, 128],
    [2, 256],
    [4, 512],
    [8, 1024],
    [256, 1024],
  ])('of %d GB is %d MB: an eighth, within bounds', (gigabytes, expected) => {
    expect(pageMemoryMb(gigabytes * GB)).toBe(expected);
  });

  it('is taken from what this machine has, when nothing is said', () => {
    expect(pageMemoryMb()).toBeLessThanOrEqual(pageMemoryMb(totalmem()));
    expect(Number.isInteger(pageMemoryMb())).toBe(true);
  });
});
