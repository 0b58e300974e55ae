import { spawnSync } from 'node:child_process';

let prefix: readonly string[] | null = null;

/**
 * Words to put before a command so that it has no network at all (reliability 4.8). Empty where the system does not let
 * us make a namespace (some containers): there the operator's own rules must keep the worker from going out.
 */
export function isolation(): readonly string[] {
  if (prefix === null) {
    const words = ['--user', '--map-root-user', '--net', '--'];
    const probe = spawnSync('unshare', [...words, 'true'], { stdio: 'ignore', timeout: 5_000 });
    prefix = probe.status === 0 ? ['unshare', ...words] : [];
  }
  return prefix;
}
