import type { Page } from 'playwright-core';

/** What of the screen lies below the strip that says what was done, by its words; runs in the page. */
const COVERED = `(() => {
  const strip = document.querySelector('[role=status].fixed > p');
  if (!strip) return ['no strip'];
  const { left, top, width, height } = strip.getBoundingClientRect();
  const below = new Set();
  for (let x = 1; x < 20; x += 1)
    for (let y = 0; y < 5; y += 1)
      for (const one of document.elementsFromPoint(left + (width * x) / 20, top + 1 + ((height - 2) * y) / 4))
        if (one.closest('main') && (one.matches('a, button, input, label') || [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')))
          below.add(one.textContent.trim());
  return [...below];
})()`;

export const coveredByStrip = (page: Page): Promise<string[]> => page.evaluate<string[]>(COVERED);
