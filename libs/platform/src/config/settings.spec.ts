import { SettingsRefused, loadSettings } from './settings';
import { loadTowns } from './deployment-towns';

const DATABASE_URL = 'postgresql://fubako@127.0.0.1/fubako';
const PUBLIC_URL = 'https://fubako.town.example';

describe('FILES_URL', () => {
  const load = (more: Record<string, string>) => loadSettings({ DATABASE_URL, PUBLIC_URL, ...more });

  it('is an origin, kept without the stroke at its end', () => {
    expect(load({ FILES_URL: 'https://files.town.example:8443/' }).values.FILES_URL).toBe(
      'https://files.town.example:8443',
    );
    expect(load({}).values.FILES_URL).toBeUndefined();
  });

  it.each([
    ['with a path', { FILES_URL: 'https://files.town.example/out' }, /FILES_URL: an origin, without a path/],
    ['with a user', { FILES_URL: 'https://me@files.town.example' }, /FILES_URL: an origin, without a path/],
    ['of no address', { FILES_URL: 'files.town.example' }, /FILES_URL/],
    ['of another scheme', { FILES_URL: 'ftp://files.town.example' }, /FILES_URL/],
    ['on the host of PUBLIC_URL', { FILES_URL: 'https://FUBAKO.town.example:8443' }, /another host name/],
    ['beside no PUBLIC_URL', { FILES_URL: 'https://files.town.example', PUBLIC_URL: '' }, /set PUBLIC_URL/],
    ['by http in production', { FILES_URL: 'http://files.town.example', NODE_ENV: 'production' }, /needs an https/],
  ])('is refused %s', (_, settings, sentence) => {
    expect(() => load(settings)).toThrow(SettingsRefused);
    expect(() => load(settings)).toThrow(sentence);
  });

  it('is a host of its town', () => {
    const { towns } = loadTowns({ DATABASE_URL, PUBLIC_URL, FILES_URL: 'https://files.town.example:8443' });
    expect(towns.map(({ hosts }) => hosts)).toEqual([['fubako.town.example', 'files.town.example']]);
  });
});
