import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';

/**
 * A copy of the sample town's package, to be changed and removed by the caller. Decisions take effect at once unless a
 * story is about the grace time.
 */
export function sampleTownCopy(settings: object = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'fubako-package-'));
  cpSync(join(projectRoot, 'apps/cli/sample-town'), folder, { recursive: true });
  const file = join(folder, 'municipality.json');
  const municipality = readFileSync(file, 'utf8').replace(/"graceSeconds": \d+/, '"graceSeconds": 0');
  if (Object.keys(settings).length === 0) writeFileSync(file, municipality);
  else writeFileSync(file, JSON.stringify(withSettings(JSON.parse(municipality), settings)));
  return folder;
}

function withSettings(municipality: { settings: object }, settings: object): object {
  return { ...municipality, settings: { ...municipality.settings, ...settings } };
}
