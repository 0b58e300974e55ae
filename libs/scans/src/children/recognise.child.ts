import { createRequire } from 'node:module';
import { answer } from './answer';

export interface RecogniseRequest {
  /** Name of the package. */
  readonly engine: string;
  readonly path: string;
  /** Folder with the data of the language. */
  readonly data: string;
  readonly language: string;
  readonly layout: string;
  readonly resolution: number;
}

export interface RecogniseAnswer {
  readonly tsv: string;
}

/** What we use of the package, which need not be installed. */
interface Engine {
  createWorker(language: string, mode: number, options: object): Promise<EngineWorker>;
}
interface EngineWorker {
  setParameters(parameters: Readonly<Record<string, string>>): Promise<unknown>;
  recognize(path: string, options: object, output: object): Promise<{ data: { tsv: string | null } }>;
}

const NEURAL = 1;

/** One page. The data of the language lie beside the package: nothing is fetched, and nothing is kept. */
void answer(
  async ({ engine, path, data, language, layout, resolution }: RecogniseRequest): Promise<RecogniseAnswer> => {
    const { createWorker } = createRequire(__filename)(engine) as Engine;
    const worker = await createWorker(language, NEURAL, { langPath: data, cacheMethod: 'none', gzip: true });
    await worker.setParameters({ tessedit_pageseg_mode: layout, user_defined_dpi: String(resolution) });
    const { data: read } = await worker.recognize(path, {}, { tsv: true, text: false });
    return { tsv: read.tsv ?? '' };
  },
);
