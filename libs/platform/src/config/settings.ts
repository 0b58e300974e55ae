import { z } from 'zod';
import { withSecretsFromFiles } from './secret-files';

const port = z.coerce.number().int().min(1).max(65_535);
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ });
/** `https://host` or `https://host:port`, and nothing behind it. */
const origin = z
  .url({ protocol: /^https?$/ })
  .refine(
    (text) => !URL.canParse(text) || new URL(text).href === `${new URL(text).origin}/`,
    'an origin, without a path',
  )
  .transform((text) => new URL(text).origin);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
/** Addresses of one store, separated by commas: the nodes of a cluster. */
const endpoints = z
  .string()
  .transform((text) => text.split(',').map((address) => address.trim()))
  .pipe(z.array(z.url({ protocol: /^https?$/ })).min(1));
/** Keys of 32 bytes in base64, separated by commas or line ends; the first seals, all open. */
const keys = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .pipe(z.array(z.base64().length(44)).min(1))
  .transform((parts) => parts.map((part) => Buffer.from(part, 'base64')));
const bytes = z.coerce.number().int().positive();

/** Every setting of a process, read once at boot. The only place that knows environment names (see docs/operations). */
const variables = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  /** Reverse proxies between browsers and the API, whose `X-Forwarded-For` is believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Address that browsers use; `https:` switches secure cookies on. */
  PUBLIC_URL: z.url().optional(),
  /** Origin of a second host name, which hands out originals and nothing else (ADR 0076). */
  FILES_URL: origin.optional(),
  FUBAKO_DATA: z.string().min(1).default('.data'),
  DATABASE_URL: databaseUrl,
  /** Of the worker, which may seal the ledger; without it the worker logs in as the API does (ADR 0058). */
  DATABASE_WORKER_URL: databaseUrl.optional(),
  /** Of the owner: for operator commands alone. */
  DATABASE_OWNER_URL: databaseUrl.optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  /** First of the times at which answers of the search may leave, then twice that again and again; 0: when they are ready (ADR 0069). */
  ANSWER_BEAT_MS: z.coerce.number().int().min(0).max(2000).default(200),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  S3_ENDPOINT: endpoints.optional(),
  S3_ACCESS_KEY: z.string().min(1).optional(),
  S3_SECRET_KEY: z.string().min(1).optional(),
  S3_BUCKET: z.string().min(3).default('fubako'),
  S3_REGION: z.string().min(1).default('us-east-1'),
  /** Days for which carried objects are locked in the store; 0: not at all. */
  S3_LOCK_DAYS: z.coerce.number().int().min(0).max(36_500).default(0),
  /** How long the store may be silent before it counts as gone. */
  S3_IDLE_MS: z.coerce.number().int().min(100).max(600_000).default(60_000),
  /** A second copy of the objects, kept by the operator; read when the store fails, never written. */
  COPY_FOLDER: z.string().min(1).optional(),
  COPY_S3_ENDPOINT: endpoints.optional(),
  COPY_S3_BUCKET: z.string().min(3).optional(),
  COPY_S3_ACCESS_KEY: z.string().min(1).optional(),
  COPY_S3_SECRET_KEY: z.string().min(1).optional(),
  /** Every object is read and hashed again within these days, at most so many bytes a night. */
  FIXITY_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  FIXITY_NIGHTLY_BYTES: bytes.default(50 * 1024 ** 3),
  /** What the municipality may keep in all; no limit when not set. */
  STORE_QUOTA_BYTES: bytes.optional(),
  /** clamd: `host:port` or `unix:/path`; where it is set, nothing is taken in without its word. */
  CLAMD: z
    .string()
    .regex(/^$|^(?:unix:\/.+|[^\s:/]+:\d{1,5}|\[[0-9a-f:]+\]:\d{1,5})$/i)
    .optional(),
  CLAMD_TIMEOUT_MS: z.coerce.number().int().positive().default(60_000),
  /** Where the sealer's key lies; only the sealer's user may read it. */
  SEALER_FOLDER: z.string().min(1).optional(),
  /** Name of this ledger in checkpoints, like an address without a scheme; chosen once, with the key. */
  LEDGER_ORIGIN: z
    .string()
    .regex(/^[^\s+]+$/)
    .optional(),
  /** Folders elsewhere, separated by commas, that hold every leaf and checkpoint (witnesses). */
  WITNESS_FOLDERS: z
    .string()
    .transform((text) => text.split(',').map((folder) => folder.trim()))
    .pipe(z.array(z.string().min(1)).min(1))
    .optional(),
  /** A bucket under object lock, apart from the store of the originals, that holds the same; made when it is missing. */
  WITNESS_S3_ENDPOINT: endpoints.optional(),
  WITNESS_S3_BUCKET: z.string().min(3).optional(),
  WITNESS_S3_ACCESS_KEY: z.string().min(1).optional(),
  WITNESS_S3_SECRET_KEY: z.string().min(1).optional(),
  /** For how long nobody can remove what it holds. */
  WITNESS_S3_DAYS: z.coerce.number().int().min(1).max(36_500).default(3650),
  /** Authority (RFC 3161) that puts the time on the root of each day; without it nobody outside is asked. */
  TSA_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Certificates (PEM) that its answers must lead to. */
  TSA_CERTIFICATES: z.string().min(1).optional(),
  /** Whether the worker seals; `off` when `fubako seal` runs as a user of its own. */
  SEALER: z.enum(['worker', 'off']).default('worker'),
  /** Where scanners lay files down, in a subfolder or under a prefix for each inlet (`scan_inlets.csv`); off by default. */
  SCAN_FOLDER: z.string().min(1).optional(),
  /** A bucket at S3_ENDPOINT, apart from that of the originals. */
  SCAN_BUCKET: z.string().min(3).optional(),
  /** Identity provider (OpenID Connect); without it nobody outside is asked. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Claim of the provider that holds the 職員番号. */
  OIDC_CLAIM: z.string().min(1).default('employee_number'),
  /** The one algorithm by which it signs. */
  OIDC_ALGORITHM: z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']).default('RS256'),
  /** `provider`: it asks for a second factor of everybody. */
  OIDC_SECOND_FACTOR: z.enum(['own', 'provider']).default('own'),
  /** Keys for secrets at rest; by default one that is made in the data folder. */
  SECRET_KEYS: keys.optional(),
  UPLOAD_MAX_BYTES: bytes.default(100 * 1024 * 1024),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Demo accounts with printed passwords; only the sample town may have them. */
  DEMO: flag.default(false),
});

type Variables = z.infer<typeof variables>;

const isProduction = ({ NODE_ENV }: Variables): boolean => NODE_ENV === 'production';

/** Also asked of what was found faulty. */
const hostIn = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : address);

/** What variables must agree on: the one to change, what to do, and when it is wrong. */
const AGREEMENTS: readonly { path: keyof Variables; message: string; broken: (value: Variables) => unknown }[] = [
  {
    path: 'S3_ACCESS_KEY',
    message: 'S3_ENDPOINT is set, so S3_ACCESS_KEY and S3_SECRET_KEY are needed too',
    broken: (value) => value.S3_ENDPOINT && !(value.S3_ACCESS_KEY && value.S3_SECRET_KEY),
  },
  {
    path: 'COPY_S3_ACCESS_KEY',
    message: 'COPY_S3_ENDPOINT is set, so keys are needed: COPY_S3_ACCESS_KEY and COPY_S3_SECRET_KEY',
    broken: (value) => value.COPY_S3_ENDPOINT && !(value.COPY_S3_ACCESS_KEY ?? value.S3_ACCESS_KEY),
  },
  {
    path: 'COPY_FOLDER',
    message: 'there is one second copy: set COPY_FOLDER or COPY_S3_ENDPOINT',
    broken: (value) => value.COPY_FOLDER && value.COPY_S3_ENDPOINT,
  },
  {
    path: 'SCAN_BUCKET',
    message: 'it is a bucket of its own at S3_ENDPOINT: set S3_ENDPOINT, and another name than S3_BUCKET',
    broken: (value) => value.SCAN_BUCKET && (!value.S3_ENDPOINT || value.SCAN_BUCKET === value.S3_BUCKET),
  },
  {
    path: 'WITNESS_S3_BUCKET',
    message: 'a witness under lock needs WITNESS_S3_ENDPOINT, WITNESS_S3_BUCKET and its own two keys, WITNESS_S3_…_KEY',
    broken: (value) =>
      [value.WITNESS_S3_ENDPOINT, value.WITNESS_S3_ACCESS_KEY, value.WITNESS_S3_SECRET_KEY].some(
        (part) => (part === undefined) !== (value.WITNESS_S3_BUCKET === undefined),
      ),
  },
  {
    path: 'WITNESS_S3_BUCKET',
    message: 'it is a bucket of its own: give it another name than S3_BUCKET',
    broken: (value) => value.WITNESS_S3_BUCKET === value.S3_BUCKET,
  },
  {
    path: 'TSA_CERTIFICATES',
    message: 'TSA_URL is set, so the certificates (a PEM file) that its answers must lead to are needed too',
    broken: (value) => value.TSA_URL && !value.TSA_CERTIFICATES,
  },
  {
    path: 'OIDC_ISSUER',
    message: 'it is set, so OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL are needed too',
    broken: (value) => value.OIDC_ISSUER && !(value.OIDC_CLIENT_ID && value.OIDC_CLIENT_SECRET && value.PUBLIC_URL),
  },
  {
    path: 'OIDC_ISSUER',
    message: 'production needs an https: address',
    broken: (value) => isProduction(value) && value.OIDC_ISSUER?.startsWith('http:'),
  },
  {
    path: 'FILES_URL',
    message: 'it is a host name of its own: set PUBLIC_URL, and give it another host name than that of PUBLIC_URL',
    broken: ({ FILES_URL, PUBLIC_URL }) => FILES_URL && (!PUBLIC_URL || hostIn(FILES_URL) === hostIn(PUBLIC_URL)),
  },
  {
    path: 'FILES_URL',
    message: 'production needs an https: address',
    broken: (value) => isProduction(value) && value.FILES_URL?.startsWith('http:'),
  },
  {
    path: 'DEMO',
    message: 'demo accounts are impossible in production: remove DEMO or set it to false',
    broken: (value) => isProduction(value) && value.DEMO,
  },
  {
    path: 'PUBLIC_URL',
    message: 'production needs the address that browsers use, for example https://fubako.town.example',
    broken: (value) => isProduction(value) && !value.PUBLIC_URL,
  },
];

const schema = variables.superRefine((value, context) => {
  for (const { path, message, broken } of AGREEMENTS)
    if (broken(value)) context.addIssue({ code: 'custom', path: [path], message });
});

export type SettingValues = Readonly<z.infer<typeof schema>>;

/** Injectable settings. Construct through {@link loadSettings}. */
export class Settings {
  constructor(readonly values: SettingValues) {}

  get production(): boolean {
    return this.values.NODE_ENV === 'production';
  }

  /** Whether browsers reach us by https, so that cookies may be `Secure`. */
  get secureOrigin(): boolean {
    return this.values.PUBLIC_URL?.startsWith('https:') ?? false;
  }

  /** As the worker has them: it logs in to the database by an address of its own (ADR 0058). */
  get ofWorker(): Settings {
    return this.loggedInAt(this.values.DATABASE_WORKER_URL);
  }

  /** As operator commands have them: they log in as the owner of the database. */
  get ofOperator(): Settings {
    return this.loggedInAt(this.values.DATABASE_OWNER_URL);
  }

  private loggedInAt(address = this.values.DATABASE_URL): Settings {
    return new Settings({ ...this.values, DATABASE_URL: address });
  }

  /** Never prints what a setting holds: some are secrets. */
  toJSON(): string {
    return '[settings]';
  }
}

/** Says in one sentence per fault what to change; the process must not start. */
export class SettingsRefused extends Error {
  constructor(faults: readonly string[]) {
    super(`Fubako cannot start with these settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'SettingsRefused';
  }
}

/** Names of every setting, as they stand in the environment. */
export const settingNames: readonly string[] = Object.keys(variables.shape);

/** @throws SettingsRefused naming every faulty variable and what it expects. */
export function loadSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const { present, faults } = withSecretsFromFiles(environment);
  const result = schema.safeParse(present);
  if (result.success && faults.length === 0) return new Settings(result.data);
  const refused = result.success ? [] : result.error.issues;
  throw new SettingsRefused([...faults, ...refused.map((issue) => `${issue.path.join('.')}: ${issue.message}`)]);
}
