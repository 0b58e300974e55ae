// Programs the tests need that npm does not bring: where they are, and how to get them.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

import { run, Sentence } from './project.mjs';

const tools = {
  redis: {
    packages: ['redis-server'],
    present: () => Boolean(process.env.TEST_REDIS_URL || findProgram('redis-server')),
  },
  minio: { present: () => Boolean(process.env.TEST_S3_ENDPOINT || findMinio()), install: installMinio },
  postgres: { packages: ['postgresql'], present: () => existsSync('/usr/lib/postgresql') },
  documents: {
    packages: ['poppler-utils', 'qpdf', 'fonts-noto-cjk', 'fonts-morisawa-bizud-gothic', 'fonts-morisawa-bizud-mincho'],
    present: () => Boolean(findProgram('pdftotext') && findProgram('qpdf') && hasFont('noto') && hasFont('bizud')),
  },
  python: { packages: ['python3'], present: () => Boolean(findProgram('python3')) },
  recognition: {
    packages: ['tesseract-ocr', 'tesseract-ocr-jpn', 'tesseract-ocr-jpn-vert', 'tesseract-ocr-osd'],
    present: () => Boolean(findProgram('tesseract') && hasLanguages(['jpn', 'jpn_vert', 'osd'])),
  },
  scanner: { packages: ['clamav-daemon'], present: () => Boolean(findProgram('clamd', '/usr/sbin/clamd')) },
  office: {
    packages: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui', 'libreoffice-impress-nogui'],
    present: () => Boolean(findProgram('soffice') && hasOffice(['sw', 'sc', 'sd'])),
  },
  chromium: { packages: ['chromium'], present: () => Boolean(findChromium()) },
};

/** Makes the named tools present: Debian packages when we are root, `go install` for MinIO. Else says what is missing. */
export async function ensureTools(names, say = console.log) {
  const missing = names.filter((name) => !tools[name].present());
  await installPackages(
    missing.flatMap((name) => tools[name].packages ?? []),
    say,
  );
  for (const name of missing) if (!tools[name].present()) await tools[name].install?.(say);
  const still = missing.filter((name) => !tools[name].present());
  if (still.length === 0) return;
  throw new Sentence(`Missing on this machine:\n${still.map((name) => `  - ${name}: ${howToGet(name)}`).join('\n')}`);
}

export function findProgram(name, named) {
  const folders = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return [named, ...folders].find((path) => path && executable(path));
}

/** FUBAKO_MINIO, the PATH, or where `go install` puts programs. */
export function findMinio() {
  return findProgram('minio', process.env.FUBAKO_MINIO) ?? [join(goBin(), 'minio')].find(executable);
}

export function findChromium() {
  return (
    findProgram('chromium', process.env.FUBAKO_CHROMIUM) ??
    findProgram('chromium-browser') ??
    findProgram('google-chrome')
  );
}

export function findPostgres() {
  const folder = '/usr/lib/postgresql';
  if (!existsSync(folder)) return undefined;
  const newest = readdirSync(folder).sort((left, right) => Number(right) - Number(left))[0];
  return newest && join(folder, newest, 'bin');
}

async function installPackages(packages, say) {
  if (packages.length === 0 || process.getuid?.() !== 0 || !findProgram('apt-get')) return;
  say(`Installing ${packages.join(', ')} (apt-get) …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  if ((await install()).code === 0) return;
  await run('apt-get', ['update'], { env });
  await install();
}

async function installMinio(say) {
  if (!findProgram('go')) return;
  say('Installing MinIO (go install); this takes some minutes …');
  await run('go', ['install', 'github.com/minio/minio@latest'], { env: { GOFLAGS: '-mod=mod' } });
}

function howToGet(name) {
  if (name === 'minio')
    return 'GOFLAGS=-mod=mod go install github.com/minio/minio@latest, or set FUBAKO_MINIO or TEST_S3_ENDPOINT';
  return `apt-get install ${tools[name].packages.join(' ')}`;
}

function goBin() {
  try {
    const [bin, path] = execFileSync('go', ['env', 'GOBIN', 'GOPATH'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).split('\n');
    return bin || join(path, 'bin');
  } catch {
    return join(homedir(), 'go', 'bin');
  }
}

function hasLanguages(names) {
  const list = execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).split('\n');
  return names.every((name) => list.includes(name));
}

/** Writer, Calc and Impress are packages of their own. */
function hasOffice(parts) {
  const folder = join(realpathSync(findProgram('soffice')), '..');
  return parts.every((part) => existsSync(join(folder, `lib${part}lo.so`)));
}

function hasFont(word) {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.local/share/fonts')].filter((path) =>
    existsSync(path),
  );
  return folders.some((folder) =>
    readdirSync(folder, { recursive: true }).some((file) => String(file).toLowerCase().includes(word)),
  );
}

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
