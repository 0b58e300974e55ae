// The boundaries of docs/architecture.md as rules. Each has an illegal fixture in test/arch/fixtures that must be reported.
// An exception needs an ADR and cites it here.

/** A lib may call only libs that stand before it. */
const order = [
  'kernel',
  'platform',
  'ledger',
  'organisation',
  'identity',
  'scans',
  'documents',
  'rendering',
  'approvals',
  'execution',
  'records',
  'search',
  'notifications',
  'intake',
  'insights',
  'manuals',
  'assist',
];

/** Packages that compute and do nothing else, so that a pure core may use them. */
const pureLibraries = ['ajv', 'ajv-formats', 'canonicalize', 'diff', '@holiday-jp/holiday_jp'];

const doors = '(index|events)\\.ts$';
const spec = '\\.spec\\.tsx?$';
/** Papers that the specs of one drawer share; nothing that ships may read them. */
const papers = '/testing-[a-z-]+\\.ts$';

const whoMayCallWhom = order.slice(0, -1).map((lib, position) => ({
  name: 'who-may-call-whom',
  comment: `${lib} stands before ${order.slice(position + 1).join(', ')} and must not know them; announce an event instead.`,
  severity: 'error',
  from: { path: `^libs/${lib}/` },
  to: { path: `^libs/(${order.slice(position + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...whoMayCallWhom,
    {
      name: 'public-surface-only',
      comment: 'Another lib is entered through its index.ts or events.ts.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: {
        path: '^libs/[^/]+/',
        pathNot: ['^libs/$1/', `^libs/(?!platform/)[^/]+/src/${doors}`, '^libs/platform/src/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'platform-parts-by-their-door',
      comment: 'A part of the platform enters another part through its index.ts.',
      severity: 'error',
      from: { path: '^libs/platform/src/([^/]+)/' },
      to: {
        path: '^libs/platform/src/[^/]+/',
        pathNot: ['^libs/platform/src/$1/', '^libs/platform/src/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'core-is-pure',
      comment:
        'A core takes facts and answers values: it knows its own drawer, the kernel, and libraries that only compute.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/core/', pathNot: [spec, papers] },
      to: {
        pathNot: ['^libs/$1/src/core/', '^libs/kernel/src/index\\.ts$', `node_modules/(${pureLibraries.join('|')})/`],
      },
    },
    {
      name: 'kernel-stands-alone',
      comment: 'The kernel is words and arithmetic: no framework, no database, no files.',
      severity: 'error',
      from: { path: '^libs/kernel/src/', pathNot: spec },
      to: {
        path: [
          'node_modules/(@nestjs|typeorm|pg|bullmq|express|rxjs)/',
          '^(node:)?(fs|net|http|https|child_process|os)(/|$)',
        ],
      },
    },
    {
      name: 'apps-hold-no-lib-internals',
      comment: 'An app composes libs by their doors; a large test may borrow the papers of a lib’s own tests.',
      severity: 'error',
      from: { path: '^(apps/(?!web/)|test/(?!arch/))' },
      to: {
        path: '^libs/',
        pathNot: [`^libs/(?!platform/)[^/]+/src/${doors}`, '^libs/platform/src/[^/]+/index\\.ts$', '^libs/[^/]+/test/'],
      },
    },
    {
      name: 'libs-know-no-apps',
      comment: 'Libs are composed by apps and never ask who composes them.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'tests-stay-outside',
      comment: 'What ships does not need test code.',
      severity: 'error',
      from: {
        path: '^(libs/[^/]+/src/|apps/[^/]+/src/)',
        pathNot: [spec, papers, '^libs/platform/src/testing/', '^apps/web/src/.*/testing/'],
      },
      to: {
        path: [
          '^test/',
          '^libs/[^/]+/test/',
          '^libs/platform/src/testing/',
          spec,
          papers,
          'node_modules/(jest|supertest|fast-check|@nestjs/testing)/',
        ],
      },
    },
    {
      name: 'features-never-import-features',
      comment: 'Web features share through shared/ and meet in app/.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-floors',
      comment: 'app/ calls features/, features/ call shared/, never upwards.',
      severity: 'error',
      from: { path: '^apps/web/src/(shared|features)/' },
      to: { path: '^apps/web/src/app/' },
    },
    {
      name: 'web-floors',
      comment: 'shared/ knows no feature.',
      severity: 'error',
      from: { path: '^apps/web/src/shared/' },
      to: { path: '^apps/web/src/features/' },
    },
    {
      name: 'web-talks-http-only',
      comment: 'The web knows the API by its contract alone.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs/|apps/(?!web/))' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thing or three.',
      severity: 'error',
      from: { path: '^(apps|libs)/' },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^test/arch/fixtures/', '^apps/web/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    builtInModules: { add: [] },
  },
};
