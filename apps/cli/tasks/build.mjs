// npm run build: programs and web, whatever changed; `--force` builds both, `--only programs|web` one.
import { ensureBuilt } from './lib/build.mjs';
import { task } from './lib/project.mjs';

await task(async () => {
  const at = process.argv.indexOf('--only');
  const only = at > 0 ? { only: [process.argv[at + 1]] } : {};
  const done = await ensureBuilt({ force: process.argv.includes('--force'), ...only });
  if (done.length === 0) console.log('Everything is built.');
});
