import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isRunning, startTicksOf } from '@fubako/platform/embedded-postgres';

import { addressFrom, refuseTakenPort } from '../src/serve/address';
import {
  emptyDataFolder,
  holdsPartOfSampleTown,
  holdsSampleTown,
  openDataFolder,
  rememberSampleTown,
  rememberSampleTownBegun,
} from '../src/serve/data-folder';
import { LogFile } from '../src/serve/log-file';
import { serveOptions } from '../src/serve/options';
import { claim, endOrphan, release, remember } from '../src/serve/process-file';
import { Refused } from '../src/serve/refused';

let parent: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'fubako-serve-'));
});

afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe('the data folder', () => {
  it('is marked when it is made, and remembers a complete sample town', () => {
    const folder = openDataFolder(join(parent, 'data'));
    expect(holdsSampleTown(folder)).toBe(false);

    rememberSampleTown(folder);
    expect(holdsSampleTown(openDataFolder(folder.path))).toBe(true);
  });

  it('knows a sample town that was begun and not finished', () => {
    const folder = openDataFolder(join(parent, 'data'));
    expect(holdsPartOfSampleTown(folder.path)).toBe(false);

    rememberSampleTownBegun(folder);
    expect(holdsPartOfSampleTown(folder.path)).toBe(true);

    rememberSampleTown(folder);
    expect(holdsPartOfSampleTown(folder.path)).toBe(false);
  });

  it.each([
    ['opened', (path: string) => openDataFolder(path)],
    ['emptied', (path: string) => emptyDataFolder(path)],
  ])('is never %s when it holds somebody else’s files', (_what, act) => {
    writeFileSync(join(parent, 'thesis.docx'), 'years of work');

    expect(() => act(parent)).toThrow(Refused);
    expect(readdirSync(parent)).toEqual(['thesis.docx']);
  });

  it('is completely emptied when it is ours', () => {
    const folder = openDataFolder(join(parent, 'data'));
    writeFileSync(join(folder.logs, 'fubako.log'), 'x');

    emptyDataFolder(folder.path);
    expect(readdirSync(folder.path)).toEqual([]);
  });
});

describe('process files', () => {
  it('keep a second supervisor out while the first lives, naming its address', () => {
    const folder = openDataFolder(join(parent, 'data'));
    const first = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    writeProcessFile(folder.run, 'supervisor', { pid: first.pid!, address: 'http://localhost:3000' });
    try {
      expect(() => claim(folder, 'http://localhost:3001')).toThrow(/already runs .*http:\/\/localhost:3000/);
    } finally {
      first.kill('SIGKILL');
    }
  });

  it('let a new supervisor in when the first is gone', () => {
    const folder = openDataFolder(join(parent, 'data'));
    writeProcessFile(folder.run, 'supervisor', { pid: process.pid, startTicks: 1, address: 'http://localhost:3000' });

    claim(folder, 'http://localhost:3000');
    release(folder);
    expect(existsSync(join(folder.run, 'supervisor.json'))).toBe(false);
  });

  it('end the process an earlier run left behind, even one that does not listen any more', async () => {
    const folder = openDataFolder(join(parent, 'data'));
    const orphan = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    remember(folder, 'api', orphan.pid!);

    expect(await endOrphan(folder, 'api')).toBe(orphan.pid);
    expect(isRunning(orphan.pid!)).toBe(false);
    expect(await endOrphan(folder, 'api')).toBeUndefined();
  });

  it('never end a stranger that was given the same process id', async () => {
    const folder = openDataFolder(join(parent, 'data'));
    const stranger = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    writeProcessFile(folder.run, 'api', { pid: stranger.pid!, startTicks: (startTicksOf(stranger.pid!) ?? 0) - 1 });
    try {
      expect(await endOrphan(folder, 'api')).toBeUndefined();
      expect(isRunning(stranger.pid!)).toBe(true);
    } finally {
      stranger.kill('SIGKILL');
    }
  });
});

describe('the address', () => {
  it('is this machine at port 3000 unless the environment says otherwise', () => {
    expect(addressFrom({})).toEqual({ host: '127.0.0.1', port: 3000, url: 'http://localhost:3000' });
    expect(addressFrom({ HOST: '192.0.2.7', PORT: '8080' }).url).toBe('http://192.0.2.7:8080');
    expect(() => addressFrom({ PORT: 'many' })).toThrow(/PORT is "many"/);
  });

  it('is refused with the way out when another program listens there', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    const taken = refuseTakenPort({ host: '127.0.0.1', port, url: '' });
    await expect(taken).rejects.toThrow(`PORT=${port + 1} npm start`);
    await new Promise((resolve) => server.close(resolve));
    await expect(refuseTakenPort({ host: '127.0.0.1', port, url: '' })).resolves.toBeUndefined();
  });
});

describe('the options', () => {
  it('want the sample town with the embedded database only, unless told otherwise', () => {
    expect(serveOptions([], {}, '/srv').sampleTown).toBe(true);
    expect(serveOptions([], { DEMO: 'false' }, '/srv').sampleTown).toBe(false);
    expect(serveOptions([], { DATABASE_URL: 'postgresql://db/fubako' }, '/srv').sampleTown).toBe(false);
  });

  it('never empty a database that is not the embedded one', () => {
    expect(() => serveOptions(['--fresh'], { DATABASE_URL: 'postgresql://db/fubako' }, '/srv')).toThrow(Refused);
  });

  it('refuse an unknown word, saying which are known', () => {
    expect(() => serveOptions(['--frsh'], {}, '/srv')).toThrow(/--fresh, --verbose/);
  });
});

describe('the log', () => {
  it('says for each line when and who, and keeps the last ones at hand', async () => {
    mkdirSync(join(parent, 'logs'));
    const log = new LogFile(join(parent, 'logs'), false);
    log.write('api', 'listening');
    await log.close();

    expect(readFileSync(log.path, 'utf8')).toMatch(/^\d{4}-\d\d-\d\dT\S+Z api {6}\| listening\n$/);
    expect(log.lastLinesOf('api')).toEqual(['listening']);
  });
});

function writeProcessFile(
  folder: string,
  name: string,
  file: { pid: number; startTicks?: number; address?: string },
): void {
  const startTicks = file.startTicks ?? startTicksOf(file.pid);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ ...file, startTicks }));
}
