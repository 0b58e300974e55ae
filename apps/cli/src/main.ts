import 'reflect-metadata';
import { DomainError } from '@fubako/kernel';
import { SettingsRefused } from '@fubako/platform/config';
import { problems } from '../../product/src';
import { commands } from './commands';
import { Refused } from './serve/refused';

async function main([name = 'help', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(usage());
    return name === 'help' ? 0 : 2;
  }
  return command.run(args);
}

function usage(): string {
  const lines = Object.entries(commands).map(([name, { usage: words }]) => `  ${name.padEnd(22)} ${words}`);
  return `fubako <command>\n\n${lines.join('\n')}\n`;
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
