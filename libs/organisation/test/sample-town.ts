import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';

/** A copy of the sample town that a test may change. */
export class SampleTown {
  readonly folder = mkdtempSync(join(tmpdir(), 'fubako-town-'));

  constructor() {
    cpSync(join(projectRoot, 'apps/cli/sample-town'), this.folder, { recursive: true });
  }

  append(file: string, ...lines: string[]): void {
    writeFileSync(join(this.folder, file), `${this.text(file)}${lines.join('\n')}\n`);
  }

  replace(file: string, from: string, to: string): void {
    const text = this.text(file);
    if (!text.includes(from)) throw new Error(`${file} has no ${from}.`);
    writeFileSync(join(this.folder, file), text.replace(from, to));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private text(file: string): string {
    const path = join(this.folder, file);
    return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : '';
  }
}
