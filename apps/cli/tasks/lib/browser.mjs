// Chromium for benchmarks and pictures: found on this machine, with windows in which somebody is signed in.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { Sentence } from './project.mjs';

/** How Chromium is started, in tests too. */
export const { switches } = JSON.parse(readFileSync(new URL('./chromium-switches.json', import.meta.url), 'utf8'));

export function findChromium() {
  for (const name of [process.env.FUBAKO_CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome'].filter(Boolean))
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // The next name.
    }
  throw new Sentence('Chromium is missing: apt-get install chromium, or set FUBAKO_CHROMIUM.');
}

/** Opens windows in which somebody is signed in, each with an empty cache. @param options of the window, beside a desk’s */
export function windowsOf(browser, url, session, options = {}) {
  return async () => {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: 1440, height: 900 },
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
      storageState: session,
      ...options,
    });
    return context.newPage();
  };
}

/** Signs in over HTTP. @returns what a browser keeps of it */
export async function signIn(url, login, password) {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ login, password }),
  });
  const [name, value] = (answer.headers.get('set-cookie') ?? '').split(';')[0].split('=');
  const cookie = {
    name,
    value,
    domain: '127.0.0.1',
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: 'Lax',
  };
  return { cookies: [cookie], origins: [{ origin: url, localStorage: [{ name: 'fubako.tour', value: 'left' }] }] };
}
