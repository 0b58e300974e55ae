import { cp, mkdir, readFile } from 'node:fs/promises';
import { createReadStream, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;
const outDir = path.resolve(here, '../../dist/web');
const require = createRequire(import.meta.url);
const workerSource = 'legacy/build/pdf.worker.min.mjs';
const pdfjs = path.dirname(require.resolve('pdfjs-dist/package.json'));

/** Data of pdf.js the browser fetches by itself, served under /pdf/<version>/. */
const pdfParts = {
  cmaps: 'cmaps',
  standard_fonts: 'standard_fonts',
  iccs: 'iccs',
  wasm: 'wasm',
};

/** Puts the pdf.js worker and its data beside the app: the API sends the worker file a policy of its own. */
function pdfAssets(version: string): Plugin {
  return {
    name: 'fubako-pdf-assets',
    configureServer(server) {
      server.middlewares.use(`/assets/pdf.worker-${version}.mjs`, (_request, response) => {
        response.setHeader('content-type', 'text/javascript');
        createReadStream(path.join(pdfjs, workerSource)).pipe(response);
      });
      server.middlewares.use(`/pdf/${version}`, (request, response, next) => {
        const [first = '', ...rest] = new URL(request.url ?? '/', 'http://dev').pathname.slice(1).split('/');
        const source = first in pdfParts ? pdfParts[first as keyof typeof pdfParts] : null;
        const file = source && path.join(pdfjs, source, ...rest);
        if (!file || !file.startsWith(pdfjs) || !existsSync(file)) return next();
        if (file.endsWith('js')) response.setHeader('content-type', 'text/javascript');
        createReadStream(file).pipe(response);
      });
    },
    async writeBundle() {
      const target = path.join(outDir, 'pdf', version);
      await mkdir(target, { recursive: true });
      await cp(path.join(pdfjs, workerSource), path.join(outDir, 'assets', `pdf.worker-${version}.mjs`));
      for (const [name, source] of Object.entries(pdfParts)) {
        await cp(path.join(pdfjs, source), path.join(target, name), { recursive: true });
      }
    },
  };
}

export default defineConfig(async () => {
  const { version } = JSON.parse(await readFile(path.join(pdfjs, 'package.json'), 'utf8')) as { version: string };
  return {
    root: here,
    define: {
      __PDF_BASE__: JSON.stringify(`/pdf/${version}/`),
      __PDF_WORKER__: JSON.stringify(`/assets/pdf.worker-${version}.mjs`),
    },
    plugins: [
      { ...optimizeLocales.vite({ locales: ['ja-JP', 'en-US'] }), enforce: 'pre' as const },
      react(),
      tailwindcss(),
      pdfAssets(version),
    ],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      // One program for the first screen: thirty small ones were thirty requests.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
      chunkSizeWarningLimit: 700,
    },
    server: { proxy: { '/api': 'http://localhost:3000', '/theme.css': 'http://localhost:3000' } },
  };
});
