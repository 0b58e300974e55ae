// For child processes that tests start from TypeScript sources (`node -r <this file> program.ts`): the same compiler and the
// same aliases as jest.config.cjs, as require hooks.
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const root = join(__dirname, '../..');

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
  });
  module._compile(code, filename);
};

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const [, lib, part] = /^@fubako\/([a-z-]+)(?:\/(.+))?$/.exec(request) ?? [];
  if (!lib) return resolveFilename.call(this, request, ...rest);
  const source = join(root, 'libs', lib, 'src');
  const file = lib === 'platform' ? join(source, part, 'index.ts') : join(source, part ? `${part}.ts` : 'index.ts');
  return resolveFilename.call(this, existsSync(file) ? file : request, ...rest);
};
