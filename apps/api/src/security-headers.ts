import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

const PDF_WORKER = /^\/assets\/pdf\.worker[\w.-]*\.m?js$/;

const always = {
  referrerPolicy: { policy: 'no-referrer' },
  // Behind TLS the proxy or this header keeps browsers on https; on plain http browsers ignore it.
  strictTransportSecurity: { maxAge: 31_536_000 },
} as const;

/** Answers of the API have a policy of their own, and so has every file. */
export const data = helmet({ ...always, contentSecurityPolicy: false });
const page = helmet({
  ...always,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      frameSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['kessai-worker'],
    },
  },
});

/** What the API answers is data: nothing of it runs in our origin, whoever wrote it (reliability 4.8). */
const DATA = "sandbox; default-src 'none'; frame-ancestors 'self'";
/** Sheets and lists that we print ourselves: browsers show no PDF in a sandbox. */
const OWN_PDF =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/** Strict headers for every answer; only the PDF worker file may compile WebAssembly (JPEG 2000 scans). */
export function securityHeaders(request: Request, response: Response, next: NextFunction): void {
  const isOfApi = request.path.startsWith('/api/');
  (isOfApi ? data : page)(request, response, () => {
    if (PDF_WORKER.test(request.path)) {
      response.setHeader(
        'Content-Security-Policy',
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
      );
    }
    if (isOfApi) {
      response.setHeader('Cache-Control', 'no-store');
      response.setHeader('Content-Security-Policy', request.path.endsWith('.pdf') ? OWN_PDF : DATA);
    }
    next();
  });
}
