import 'reflect-metadata';
import { join } from 'node:path';
import { DomainError } from '@fubako/kernel';
import { SettingsRefused, townEnvironment, townNames } from '@fubako/platform/config';
import { problems } from '../../product/src';
import { commands } from './commands';
import { Refused } from './serve/refused';

/** `--town NAME` before the command: the process becomes one of that town alone. */
function inTown([option, town, ...words]: readonly string[]): readonly string[] | null {
  if (option !== '--town') return null;
  if (!town || !townNames().includes(town)) throw new Refused(`There is no town ${town ?? ''}: see fubako town list.`);
  const environment = townEnvironment(town);
  for (const key of Object.keys(process.env)) if (!(key in environment)) delete process.env[key];
  // Beneath its own data folder no further towns are looked for.
  Object.assign(process.env, environment, { TOWNS_FOLDER: join(environment['FUBAKO_DATA'] ?? '', 'none') });
  return words;
}

async function main(given: readonly string[]): Promise<number> {
  const [name = 'help', ...args] = inTown(given) ?? given;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(usage());
    return name === 'help' ? 0 : 2;
  }
  return command.run(args);
}

function usage(): string {
  const lines = Object.entries(commands).map(([name, { usage: words }]) => `  ${name.padEnd(22)} ${words}`);
  return `fubako [--town NAME] <command>\n\n${lines.join('\n')}\n`;
}

/** Faults that an operator can mend are sentences; everything else keeps its stack. */
function explain(error: unknown): string {
  if (error instanceof SettingsRefused || error instanceof Refused) return error.message;
  if (error instanceof DomainError) return problems.text(error.code)?.en(error.facts).detail ?? error.code;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  },
);
