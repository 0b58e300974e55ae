import { untilMade } from './being-made';

describe('files that are being made ready', () => {
  const now = new Date().toISOString();
  const file = { addedAt: now, rendition: 'pending', thumbnails: 0 };

  it.each([
    ['its PDF is not there yet', true, file],
    ['its small pictures are not there yet', true, { ...file, rendition: 'ready' }],
    ['all of it is there', false, { ...file, rendition: 'ready', thumbnails: 2 }],
    ['there will be no PDF', false, { ...file, rendition: 'unsupported' }],
    ['it came in long ago', false, { ...file, addedAt: '2026-01-01T00:00:00Z' }],
  ])('are asked for again: %s', (_, again, one) => {
    expect(untilMade([one]) !== false).toBe(again);
    expect(untilMade([{ ...file, rendition: 'ready', thumbnails: 1 }, one], 'none') !== false).toBe(again);
  });

  it('are not looked at again by themselves where each look is recorded', () => {
    expect(untilMade([file], 'secret')).toBe(false);
    expect(untilMade()).toBe(false);
  });
});
