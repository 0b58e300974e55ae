import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type PaperFile = Schemas['PaperFileView'];
export type PaperRecord = Schemas['PaperRecordView'];
export type PaperSubstitute = Schemas['SubstituteView'];

/** A file with its paper, scans, loans and places. */
export const useFilePaper = (fileId: string) =>
  useQuery({
    queryKey: [...queryKeys.paper, 'file', fileId],
    queryFn: () => unwrap(api.GET('/api/v1/record-files/{id}/paper', { params: { path: { id: fileId } } })),
  });

/** What is done with the paper of a file. */
export type PaperStep =
  | { readonly do: 'place'; readonly body: Schemas['FilePlaceRequest'] }
  | { readonly do: 'give_back'; readonly reason: string }
  | { readonly do: 'register'; readonly body: Schemas['PaperRecordRequest'] }
  | { readonly do: 'borrow'; readonly purpose: string; readonly dueOn: string }
  | { readonly do: 'scan'; readonly paperRecordId: string; readonly uploadId: string }
  | { readonly do: 'substitute'; readonly id: string; readonly body: Schemas['SubstituteStepRequest'] };

function send(fileId: string, step: PaperStep, key: string): Promise<unknown> {
  const headers = writeHeaders(key);
  const file = { params: { path: { id: fileId } }, headers };
  switch (step.do) {
    case 'place':
      return unwrap(api.PUT('/api/v1/record-files/{id}/place', { ...file, body: step.body }));
    case 'give_back':
      return unwrap(api.POST('/api/v1/record-files/{id}/return-to-office', { ...file, body: { reason: step.reason } }));
    case 'register':
      return unwrap(api.POST('/api/v1/record-files/{id}/paper-records', { ...file, body: step.body }));
    case 'borrow': {
      const { purpose, dueOn } = step;
      return unwrap(api.POST('/api/v1/loans', { headers, body: { fileId, purpose, dueOn } }));
    }
    case 'scan': {
      const { paperRecordId: id, uploadId } = step;
      return unwrap(
        api.POST('/api/v1/paper-records/{id}/substitutes', { params: { path: { id } }, headers, body: { uploadId } }),
      );
    }
    case 'substitute':
      return unwrap(
        api.POST('/api/v1/substitutes/{id}/steps', { params: { path: { id: step.id } }, headers, body: step.body }),
      );
  }
}

export function useFilePaperStep(fileId: string) {
  const client = useQueryClient();
  return useWrite((step: PaperStep, key) => send(fileId, step, key), {
    onSettled: async () => {
      const keys = [queryKeys.paper, queryKeys.keeping, queryKeys.fileRegister];
      await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}
