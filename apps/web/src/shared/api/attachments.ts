import { useQuery, useQueryClient } from '@tanstack/react-query';
import { currentLocale } from '../i18n/locale';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import { NetworkError, problemOf } from './problem';
import type { Upload } from './types';
import { useWrite } from './write';

export const useUploadPolicy = () =>
  useQuery({
    queryKey: queryKeys.uploadPolicy,
    queryFn: () => unwrap(api.GET('/api/v1/upload-policy')),
    staleTime: Infinity,
  });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Sends one file; XMLHttpRequest because fetch tells nothing of the bytes sent. `onProgress` gets 0..1. */
export function uploadFile(file: File, onProgress: (part: number) => void, signal: AbortSignal): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/uploads');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.setRequestHeader('accept-language', currentLocale());
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new NetworkError());
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status === 201) resolve(body as Upload);
      else reject(problemOf(body, request.status));
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

const useStaleDocument = (id: string) => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: queryKeys.document(id) });
};

/** Attaches a sent file; the document is named per call, since the first attachment may create it. */
export function useAttach() {
  const client = useQueryClient();
  return useWrite(
    ({ documentId, uploadId }: { documentId: string; uploadId: string }, key) =>
      unwrap(
        api.POST('/api/v1/documents/{id}/attachments', {
          params: { path: { id: documentId } },
          body: { uploadId },
          headers: writeHeaders(key),
        }),
      ),
    {
      onSuccess: (_attachment, { documentId }) =>
        client.invalidateQueries({ queryKey: queryKeys.document(documentId) }),
    },
  );
}

/** 決裁後の追加 of a sent file; its event stands in the course too. */
export function useAddFile(id: string) {
  const client = useQueryClient();
  return useWrite(
    (body: { uploadId: string; reason: string }, key) =>
      unwrap(
        api.POST('/api/v1/documents/{id}/attachments/additions', {
          params: { path: { id } },
          body,
          headers: writeHeaders(key),
        }),
      ),
    {
      onSuccess: () => {
        void client.invalidateQueries({ queryKey: queryKeys.approval(id) });
        return client.invalidateQueries({ queryKey: queryKeys.document(id) });
      },
    },
  );
}

export const useDetach = (id: string) =>
  useWrite(
    (attachmentId: string, key) =>
      unwrap(
        api.DELETE('/api/v1/documents/{id}/attachments/{attachmentId}', {
          params: { path: { id, attachmentId } },
          headers: writeHeaders(key),
        }),
      ),
    { onSuccess: useStaleDocument(id) },
  );

export const useOrderAttachments = (id: string) =>
  useWrite(
    (ids: string[], key) =>
      unwrap(
        api.PUT('/api/v1/documents/{id}/attachments/order', {
          params: { path: { id } },
          body: { ids },
          headers: writeHeaders(key),
        }),
      ),
    { onSuccess: useStaleDocument(id) },
  );
