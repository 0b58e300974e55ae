import { readFileSync } from 'node:fs';

/** Settings that hold a secret: each may stand in a file, named by the same word with `_FILE` (mode 0400). */
export const SECRETS = [
  'DATABASE_URL',
  'DATABASE_WORKER_URL',
  'DATABASE_OWNER_URL',
  'REDIS_URL',
  'S3_ACCESS_KEY',
  'S3_SECRET_KEY',
  'COPY_S3_ACCESS_KEY',
  'COPY_S3_SECRET_KEY',
  'WITNESS_S3_ACCESS_KEY',
  'WITNESS_S3_SECRET_KEY',
  'OIDC_CLIENT_SECRET',
  'SECRET_KEYS',
] as const;

export interface PresentSettings {
  /** What is set and not empty; a secret from its file stands under its own name. */
  readonly present: Readonly<Record<string, string>>;
  readonly faults: readonly string[];
}

/** Sentences never repeat what a file holds. */
export function withSecretsFromFiles(environment: NodeJS.ProcessEnv): PresentSettings {
  const present: Record<string, string> = {};
  const faults: string[] = [];
  for (const [name, value] of Object.entries(environment)) if (value) present[name] = value;
  for (const name of SECRETS) {
    const file = present[`${name}_FILE`];
    if (file === undefined) continue;
    if (present[name] !== undefined) faults.push(`${name}: set it or ${name}_FILE, not both`);
    const secret = contentOf(file);
    if (secret) present[name] = secret;
    else faults.push(`${name}_FILE: ${secret === null ? 'the file cannot be read' : 'the file is empty'}`);
  }
  return { present, faults };
}

/** Without the line end that editors leave behind. */
function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    return null;
  }
}
