import { getDocument, PDFWorker, TextLayer, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy;
}

const workerUrl = __PDF_WORKER__;
let worker: PDFWorker | null = null;

/** The page's content security policy lets one named policy make script addresses, and this one knows one address. */
function trustedWorkerUrl(): string {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  const policy = factory?.createPolicy('kessai-worker', {
    createScriptURL: (url) => {
      if (url !== workerUrl) throw new TypeError(url);
      return url;
    },
  });
  return (policy?.createScriptURL(workerUrl) ?? workerUrl) as string;
}

function sharedWorker(): PDFWorker {
  worker ??= PDFWorker.create({ port: new Worker(trustedWorkerUrl(), { type: 'module' }) });
  return worker;
}

/** Opens a PDF of this origin; fonts that are not embedded are drawn with the data served beside the worker. */
export function openPdf(url: string): PDFDocumentLoadingTask {
  return getDocument({
    url,
    withCredentials: true,
    worker: sharedWorker(),
    cMapUrl: `${__PDF_BASE__}cmaps/`,
    standardFontDataUrl: `${__PDF_BASE__}standard_fonts/`,
    wasmUrl: `${__PDF_BASE__}wasm/`,
    iccUrl: `${__PDF_BASE__}iccs/`,
  });
}

export { TextLayer };
