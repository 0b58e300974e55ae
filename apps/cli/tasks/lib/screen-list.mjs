// Every screen of the web with an address as people reach it, and who looks at it (screens.json). Addresses of single things
// are asked of the town; what the town has none of is left out and said.
import { readFileSync } from 'node:fs';

import { signIn } from './browser.mjs';

const { people, screens } = JSON.parse(readFileSync(new URL('./screens.json', import.meta.url), 'utf8'));

/** The id of the first thing in a list of the API, as the session sees it. */
async function firstId(url, session, { of, key }) {
  const [cookie] = session.cookies;
  const answer = await fetch(`${url}/api/v1${of}`, { headers: { cookie: `${cookie.name}=${cookie.value}` } });
  return (await answer.json()).items?.[0]?.[key];
}

/** @returns {Promise<{screens: {role: string, path: string, name: string}[], sessions: object, missing: string[]}>} */
export async function screensOf(url, password) {
  const sessions = {};
  for (const [role, login] of Object.entries(people)) sessions[role] = await signIn(url, login, password);
  const there = [];
  const missing = [];
  for (const { role, path, query = '', first } of screens) {
    const id = first && (await firstId(url, sessions[role], first));
    const part = new URLSearchParams(query).get('code');
    const name = [path.slice(1).replaceAll('/', '-').replace('$id', 'one'), ...(part ? [part] : []), role].join('-');
    if (first && !id) missing.push(path);
    else there.push({ role, path: path.replace('$id', id) + query, name });
  }
  return { screens: there, sessions, missing };
}

/** Everybody before every screen that is no single thing: what they may not see says so. */
export const everybodyBefore = (all) =>
  Object.keys(people).flatMap((role) =>
    all
      .filter(({ path }) => !/[0-9a-f-]{36}/.test(path))
      .map((screen) => ({ ...screen, role, name: `${screen.name}-${role}` })),
  );
