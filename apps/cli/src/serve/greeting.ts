import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Address } from './address';
import type { DataFolder } from './data-folder';

/** What a start cost; also left in `run/started.json` for the benchmark. */
export interface StartFigures {
  readonly seconds: number;
  /** resident megabytes by part */
  readonly memory: Readonly<Record<string, number | undefined>>;
}

/** The public part of the sign-in page, as GET /api/v1/sign-in gives it. */
interface SignInPage {
  readonly municipality: { readonly name: string };
  readonly demoLogins: readonly DemoLogin[];
}

interface DemoLogin {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly title: string;
  readonly unitName: string;
}

/** The lines a person sees when everything runs: where to go, whom to sign in as, what it cost. */
export async function greeting(address: Address, folder: DataFolder, figures: StartFigures): Promise<string> {
  const page = await signInPage(address);
  const lines = [
    '',
    `  Fubako (文箱)${page ? ` — ${page.municipality.name}` : ''}`,
    `  ${address.url}`,
    '',
    ...demoTable(page?.demoLogins ?? []),
    `  Ready in ${figures.seconds.toFixed(1)} s · memory ${memoryLine(figures.memory)}`,
    `  Data ${folder.path} · log ${join(folder.logs, 'fubako.log')}`,
    '  Stop with Ctrl-C.',
    '',
  ];
  return lines.join('\n');
}

export function leaveFigures(folder: DataFolder, figures: StartFigures): void {
  writeFileSync(join(folder.run, 'started.json'), `${JSON.stringify(figures)}\n`);
}

async function signInPage({ url }: Address): Promise<SignInPage | undefined> {
  try {
    const response = await fetch(`${url}/api/v1/sign-in`, { signal: AbortSignal.timeout(5_000) });
    return response.ok ? ((await response.json()) as SignInPage) : undefined;
  } catch {
    return undefined;
  }
}

function demoTable(logins: readonly DemoLogin[]): string[] {
  if (logins.length === 0) return [];
  const rows = logins.map(({ login, password, name, title, unitName }) => [
    login,
    password,
    `${name}  ${unitName} ${title}`,
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) => `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`);
  return ['  Sample accounts (login, password):', ...table, ''];
}

function memoryLine(memory: StartFigures['memory']): string {
  const known = Object.entries(memory).filter((entry): entry is [string, number] => entry[1] !== undefined);
  const total = known.reduce((sum, [, size]) => sum + size, 0);
  return `${total.toFixed(0)} MB (${known.map(([name, size]) => `${name} ${size.toFixed(0)}`).join(', ')})`;
}
