import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportMunicipality, type ImportReport, type RuleAnswers } from '@fubako/organisation';
import { packageSections } from '../../apps/cli/src/package-sections';
import { sampleTownCopy } from './sample-town';
import type { LivingTown } from './town';

/** The package of the sample town, to be changed as a clerk would: a transfer list, a reorganisation. */
export class TownPackage {
  private readonly folder = sampleTownCopy();

  /** Replaces the one line that begins with `from`. @throws Error when there is none */
  replace(file: string, from: string, ...lines: readonly string[]): this {
    const path = join(this.folder, file);
    const text = readFileSync(path, 'utf8').split('\n');
    const at = text.findIndex((line) => line.startsWith(from));
    if (at < 0) throw new Error(`${file} has no line ${from}`);
    text.splice(at, 1, ...lines);
    writeFileSync(path, text.join('\n'));
    return this;
  }

  /** The lists of its organisation, as they are chosen on a screen. */
  lists(): Readonly<Record<string, string>> {
    const files = {
      orgUnits: 'org_units',
      functions: 'functions',
      posts: 'posts',
      people: 'people',
      assignments: 'assignments',
      roles: 'roles',
      actingOrders: 'acting_orders',
    };
    return Object.fromEntries(
      Object.entries(files).map(([list, name]) => [list, readFileSync(join(this.folder, `${name}.csv`), 'utf8')]),
    );
  }

  /** Writes the last day on every open-ended line that matches. */
  end(file: string, which: RegExp, lastDay: string): this {
    const path = join(this.folder, file);
    const lines = readFileSync(path, 'utf8').split(/\r?\n/);
    writeFileSync(
      path,
      lines.map((line) => (which.test(line) && line.endsWith(',') ? `${line}${lastDay}` : line)).join('\n'),
    );
    return this;
  }

  append(file: string, ...lines: readonly string[]): this {
    const path = join(this.folder, file);
    const end = readFileSync(path, 'utf8').endsWith('\n') ? '' : '\n';
    appendFileSync(path, `${end}${lines.join('\n')}\n`);
    return this;
  }

  import(
    { app }: LivingTown,
    { dryRun = false, answers = new Map() }: { dryRun?: boolean; answers?: RuleAnswers } = {},
  ): Promise<ImportReport> {
    return app.get(ImportMunicipality).run({ folder: this.folder, dryRun, answers }, packageSections(app));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
