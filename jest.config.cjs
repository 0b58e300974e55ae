// Nest 12 ships ES modules only; SWC turns them into CommonJS so that Jest runs without flags on Node 20 and 24 (docs/adr/0005).
const swc = (syntax) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
  },
];

const esmOnly = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'load-esm',
  '@hyzyla',
  'uuid',
  'canonicalize',
  'openid-client',
  'oauth4webapi',
  'jose',
  '@casl',
  '@ucast',
  'yauzl',
].join('|');

const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/apps/web/'],
  transform: { '^.+\\.ts$': swc('typescript'), '^.+\\.m?js$': swc('ecmascript') },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
  moduleNameMapper: {
    '^@fubako/platform/(.*)$': '<rootDir>/libs/platform/src/$1/index.ts',
    '^@fubako/([a-z-]+)/events$': '<rootDir>/libs/$1/src/events.ts',
    '^@fubako/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
  },
};

/** Three sizes: small is pure and beside the code; medium is one lib on real parts; large is the composed product. */
module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'small',
      testMatch: ['<rootDir>/libs/*/src/**/*.spec.ts', '<rootDir>/test/arch/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'web',
      testMatch: ['<rootDir>/apps/web/src/**/*.spec.ts'],
      modulePathIgnorePatterns: ['<rootDir>/dist/'],
    },
    {
      ...shared,
      displayName: 'medium',
      testMatch: ['<rootDir>/libs/*/test/**/*.spec.ts', '<rootDir>/apps/*/test/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/setup/services.mjs',
      globalTeardown: '<rootDir>/test/setup/services-stop.mjs',
    },
    {
      ...shared,
      displayName: 'journeys',
      testMatch: ['<rootDir>/test/journeys/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/setup/services.mjs',
      globalTeardown: '<rootDir>/test/setup/services-stop.mjs',
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/setup/services.mjs',
      globalTeardown: '<rootDir>/test/setup/services-stop.mjs',
    },
  ],
  testTimeout: 60_000,
};
