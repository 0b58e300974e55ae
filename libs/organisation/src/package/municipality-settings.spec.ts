import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { municipalitySettings } from './municipality-settings';

const ROOT = join(__dirname, '../../../..');
const FOLDERS: Record<string, string> = {
  journeys: 'test/journeys',
  approvals: 'libs/approvals/src/core',
  documents: 'libs/documents/test',
  execution: 'libs/execution/src/core',
  organisation: 'libs/organisation/src/core',
};

/** The section «Settings» of docs/rules.md, one row for each point. */
const settings = readFileSync(join(ROOT, 'docs/rules.md'), 'utf8').split('\n## Settings\n')[1] ?? '';
const rows = settings
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`'))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));

/** `journeys/act-remarks` and `approvals/policy.spec`, as the list abbreviates them. */
function specOf(place: string): string {
  const [folder = '', name = ''] = place.split('/');
  return readFileSync(join(ROOT, FOLDERS[folder] ?? '', `${name.replace(/\.spec$/, '')}.spec.ts`), 'utf8');
}

describe('the list of settings in docs/rules.md', () => {
  it('names every setting', () => {
    const missing = Object.keys(municipalitySettings.shape).filter((key) => !settings.includes(`\`${key}\``));
    expect(missing).toEqual([]);
  });

  it('names for every point a test that speaks of its setting', () => {
    expect(rows.length).toBeGreaterThan(25);
    const untold = rows.filter(
      ([, , setting = '', , , shownBy = '']) => !shownBy.split(', ').some((place) => specOf(place).includes(setting)),
    );
    expect(untold).toEqual([]);
  });
});
