import type { components } from './schema';
import { api, unwrap } from './client';

export type RecognisedWord = components['schemas']['RecognisedWordView'];

const place = /\/(documents|receipts)\/([^/]+)\/attachments\/([^/]+)\/pdf$/u;

/** Words that were recognised on a page of this PDF (認識した文字); none where the page carries its own text. */
export async function recognisedWords(pdfUrl: string, page: number): Promise<readonly RecognisedWord[]> {
  const [, kind, id, attachmentId] = place.exec(pdfUrl) ?? [];
  if (!id || !attachmentId) return [];
  const params = { path: { id, attachmentId, page } };
  const call =
    kind === 'receipts'
      ? api.GET('/api/v1/receipts/{id}/attachments/{attachmentId}/pages/{page}/words', { params })
      : api.GET('/api/v1/documents/{id}/attachments/{attachmentId}/pages/{page}/words', { params });
  return (await unwrap(call)).words;
}
