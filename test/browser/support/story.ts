import { look } from './looks';
import type { Stage } from './stage';

/**
 * Steps of one story, each a test: every step needs the ones before it, so that after a failure the others fail at once, and
 * the windows are kept as pictures and in words. After each step no browser may have complained.
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
        throw new Error(`Not as told; the windows said:\n${await lastSeen(stage())}`, { cause: error });
      } finally {
        await stage().closeWindows();
      }
      expect(stage().faults.take()).toEqual([]);
      broken = null;
    });
  };
}

/** Address, dialogs and alerts of each window, and what the browsers complained about. */
async function lastSeen({ windows, faults }: Stage): Promise<string> {
  const lines: string[] = [];
  for (const [at, page] of windows.entries()) {
    await look(page, `failed-${at}`).catch(() => undefined);
    const said = page.locator('[role=dialog], [role=alert]').filter({ visible: true });
    const words = await said.allInnerTexts().catch(() => ['(closed)']);
    lines.push([page.url(), ...words.map((text) => text.replaceAll(/\s+/g, ' '))].join(' | '));
  }
  return [...lines, ...faults.take()].join('\n');
}
