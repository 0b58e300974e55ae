import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from './schema';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import { ProblemError } from './problem';
import { useWrite } from './write';

export type RecognisedWord = components['schemas']['RecognisedWordView'];
export type CorrectableText = components['schemas']['CorrectableText'];

const place = /\/(documents|receipts)\/([^/]+)\/attachments\/([^/]+)\/pdf$/u;

function pathOf(pdfUrl: string, page: number) {
  const [, kind, id = '', attachmentId = ''] = place.exec(pdfUrl) ?? [];
  return { kind, params: { path: { id, attachmentId, page } } };
}

/** Words that were recognised on a page of this PDF (認識した文字); none where the page carries its own text. */
export async function recognisedWords(pdfUrl: string, page: number): Promise<readonly RecognisedWord[]> {
  const { kind, params } = pathOf(pdfUrl, page);
  if (!kind) return [];
  const call =
    kind === 'receipts'
      ? api.GET('/api/v1/receipts/{id}/attachments/{attachmentId}/pages/{page}/words', { params })
      : api.GET('/api/v1/documents/{id}/attachments/{attachmentId}/pages/{page}/words', { params });
  return (await unwrap(call)).words;
}

/** The recognised text of a page with its versions; null where nothing was recognised. */
async function correctableText(pdfUrl: string, page: number): Promise<CorrectableText | null> {
  const { kind, params } = pathOf(pdfUrl, page);
  const call =
    kind === 'receipts'
      ? api.GET('/api/v1/receipts/{id}/attachments/{attachmentId}/pages/{page}/text', { params })
      : api.GET('/api/v1/documents/{id}/attachments/{attachmentId}/pages/{page}/text', { params });
  try {
    return await unwrap(call);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'scans.nothing-recognised') return null;
    throw error;
  }
}

const keyOf = (pdfUrl: string, page: number) => ['page-text', pdfUrl, page] as const;

export const usePageText = (pdfUrl: string, page: number) =>
  useQuery({ queryKey: keyOf(pdfUrl, page), queryFn: () => correctableText(pdfUrl, page) });

/** 文字の訂正: a new version of the text of a page; an earlier version is taken again by sending its text. */
export function useCorrectText(pdfUrl: string, page: number) {
  const queries = useQueryClient();
  return useWrite(
    ({ text, basedOn }: { text: string; basedOn: number }, key) => {
      const { kind, params } = pathOf(pdfUrl, page);
      const order = { params, body: { text, basedOn }, headers: writeHeaders(key) };
      return unwrap<CorrectableText>(
        kind === 'receipts'
          ? api.POST('/api/v1/receipts/{id}/attachments/{attachmentId}/pages/{page}/text', order)
          : api.POST('/api/v1/documents/{id}/attachments/{attachmentId}/pages/{page}/text', order),
      );
    },
    {
      onSuccess: (text) => {
        queries.setQueryData(keyOf(pdfUrl, page), text);
        void queries.invalidateQueries({ queryKey: queryKeys.search });
      },
    },
  );
}
