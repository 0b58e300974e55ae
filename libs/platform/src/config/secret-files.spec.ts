import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsRefused, loadSettings } from './settings';

const URL_WITH_SECRET = 'postgresql://fubako:very-secret@127.0.0.1/fubako';

describe('secrets in files', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'fubako-secrets-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (content: string): string => {
    const path = join(folder, 'secret');
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  };

  it('are read without the line end that editors leave', () => {
    expect(loadSettings({ DATABASE_URL_FILE: file(`${URL_WITH_SECRET}\n`) }).values.DATABASE_URL).toBe(URL_WITH_SECRET);
  });

  it.each([
    [
      'that cannot be read',
      () => ({ DATABASE_URL_FILE: join(folder, 'nowhere') }),
      /DATABASE_URL_FILE: the file cannot be read/,
    ],
    ['that is empty', () => ({ DATABASE_URL_FILE: file('\n') }), /DATABASE_URL_FILE: the file is empty/],
    [
      'beside the setting itself',
      () => ({ DATABASE_URL: URL_WITH_SECRET, DATABASE_URL_FILE: file(URL_WITH_SECRET) }),
      /set it or DATABASE_URL_FILE, not both/,
    ],
  ])('refuse a file %s, in a sentence without the secret', (_, environment, sentence) => {
    const load = () => loadSettings(environment());
    expect(load).toThrow(SettingsRefused);
    expect(load).toThrow(sentence);
    expect(load).not.toThrow(/very-secret/);
  });
});
