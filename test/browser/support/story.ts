import { look } from './looks';
import type { Stage } from './stage';

/**
 * Steps of one story, each a test: every step needs the ones before it, so that after a failure the others fail at once, and
 * the windows are kept as pictures. After each step no browser may have complained.
 */
export function story(stage: () => Stage) {
  let broken: string | null = null;
  return (name: string, tell: () => Promise<void>): void => {
    it(name, async () => {
      if (broken !== null) throw new Error(`Not told: "${broken}" failed.`);
      broken = name;
      try {
        await tell();
      } catch (error) {
        await keepPictures(stage());
        throw error;
      } finally {
        await stage().closeWindows();
      }
      expect(stage().faults.take()).toEqual([]);
      broken = null;
    });
  };
}

async function keepPictures({ windows }: Stage): Promise<void> {
  for (const [at, page] of windows.entries()) await look(page, `failed-${at}`).catch(() => undefined);
}
