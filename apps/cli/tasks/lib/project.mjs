// What every task needs to know about the project; no dependency outside Node, because tasks run before `npm ci`.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');

/** A sentence for the person at the terminal; tasks print it without a stack and end with code 1. */
export class Sentence extends Error {}

/** Runs the body; a Sentence (or any fault) ends the process with code 1. */
export async function task(body) {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Sentence ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/**
 * Runs a program to its end in the project folder. Answers code, seconds and what it printed. `show: true` lets it print to
 * the terminal instead, `show: 'errors'` its standard error only.
 */
export function run(program, args, { show = false, env = {}, cwd = root } = {}) {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show === true ? 'inherit' : ['ignore', 'pipe', show === 'errors' ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code: code ?? 128, signal, output, seconds: (performance.now() - started) / 1000 });
    });
  });
}

/** Runs a program and throws a Sentence with the end of its output when it fails. */
export async function must(program, args, options = {}) {
  const result = await run(program, args, options);
  if (result.code === 0) return result;
  const tail = result.output.trimEnd().split('\n').slice(-40).join('\n');
  throw new Sentence(`"${[program, ...args].join(' ')}" failed with code ${result.code}.\n${tail}`);
}

/** Path of a program that a dependency brings, without npx in between. */
export function bin(path) {
  return join(root, 'node_modules', ...path.split('/'));
}

export const node = process.execPath;
