// For child processes that tests start from TypeScript sources (`node -r <this file> program.ts`): the same compiler and the
// same aliases as jest.config.cjs, as require hooks. What was compiled is kept: a child has no home where its compiler could
// keep anything, and loading it takes longer than most children live.
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const root = join(__dirname, '../..');
const kept = join(root, 'node_modules/.cache/fubako-children');
const options = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

function compiled(filename) {
  const source = readFileSync(filename, 'utf8');
  const key = createHash('sha256')
    .update(JSON.stringify([filename, options, source]))
    .digest('hex');
  const place = join(kept, `${key}.js`);
  if (existsSync(place)) return readFileSync(place, 'utf8');
  const { code } = require('@swc/core').transformSync(source, { ...options, filename });
  mkdirSync(kept, { recursive: true });
  // Whole or not there: others may be starting at the same moment.
  writeFileSync(`${place}.${process.pid}`, code);
  renameSync(`${place}.${process.pid}`, place);
  return code;
}

Module._extensions['.ts'] = (module, filename) => module._compile(compiled(filename), filename);

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const [, lib, part] = /^@fubako\/([a-z-]+)(?:\/(.+))?$/.exec(request) ?? [];
  if (!lib) return resolveFilename.call(this, request, ...rest);
  const source = join(root, 'libs', lib, 'src');
  const file = lib === 'platform' ? join(source, part, 'index.ts') : join(source, part ? `${part}.ts` : 'index.ts');
  return resolveFilename.call(this, existsSync(file) ? file : request, ...rest);
};
