import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

export const root = join(__dirname, '..', '..', '..');
const fixtures = join(__dirname, '..', 'fixtures');

/**
 * A fixture tree laid out as if it were the repository, with the repository's own configuration beside it: what is tried is
 * the rule that guards the product, not a copy of it.
 */
export class Workshop {
  readonly path = mkdtempSync(join(tmpdir(), 'fubako-arch-'));

  constructor(readonly fixture: 'illegal' | 'legal' | 'lint') {
    cpSync(join(fixtures, fixture), this.path, { recursive: true });
    for (const file of ['tsconfig.base.json', '.dependency-cruiser.cjs', '.oxlintrc.json']) {
      cpSync(join(root, file), join(this.path, file));
    }
    cpSync(join(root, 'tsconfig.base.json'), join(this.path, 'tsconfig.json'));
    symlinkSync(join(root, 'node_modules'), join(this.path, 'node_modules'));
  }

  /** The rule each file says it breaks, by path; files that break none are left out. */
  expected(): Map<string, string> {
    const broken = sourceFiles(this.path).map((path): [string, string | undefined] => [
      relative(this.path, path).split(sep).join('/'),
      /^\/\/ breaks: (\S+)/.exec(readFileSync(path, 'utf8'))?.[1],
    ]);
    return new Map(broken.filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  /** Runs a checker of node_modules here and answers what it printed, whatever its exit code. */
  run(program: string, args: readonly string[]): Promise<string> {
    const script = join(root, 'node_modules', program);
    return new Promise((resolve) => {
      const options = { cwd: this.path, maxBuffer: 64 * 1024 * 1024 };
      execFile(process.execPath, [script, ...args], options, (_error, stdout) => resolve(stdout));
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** TypeScript files below a folder, without what was built, installed or made to be wrong. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist', 'fixtures'].includes(entry.name) ? [] : sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
