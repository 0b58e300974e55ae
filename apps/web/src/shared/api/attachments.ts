import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import { useWrite } from './write';

export const useUploadPolicy = () =>
  useQuery({
    queryKey: queryKeys.uploadPolicy,
    queryFn: () => unwrap(api.GET('/api/v1/upload-policy')),
    staleTime: Infinity,
  });

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
