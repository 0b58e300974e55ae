import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type DisposalBatch = Schemas['DisposalBatchView'];
export type DisposalLine = Schemas['DisposalBatchLine'];
export type DisposalItem = Schemas['DisposalItemView'];
export type Submission = Schemas['SubmissionView'];
export const measures = ['destroy', 'transfer', 'extend'] as const;
export type Measure = (typeof measures)[number];

export const useDisposalBatches = () =>
  useQuery({ queryKey: queryKeys.disposals, queryFn: () => unwrap(api.GET('/api/v1/disposal-batches')) });

export const useDisposalBatch = (id: string) =>
  useQuery({
    queryKey: queryKeys.disposal(id),
    queryFn: () => unwrap(api.GET('/api/v1/disposal-batches/{id}', { params: { path: { id } } })),
    // The worker carries it out while the page stands open.
    refetchInterval: ({ state }) => (state.data?.startedName && state.data.step === 'execution' ? 2000 : false),
  });

export const useItemDocuments = (id: string, itemId: string) =>
  useQuery({
    queryKey: [...queryKeys.disposal(id), itemId],
    queryFn: () =>
      unwrap(api.GET('/api/v1/disposal-batches/{id}/items/{itemId}/documents', { params: { path: { id, itemId } } })),
  });

/** One step of a batch, as the person has it in view. */
export type DisposalStep =
  | { do: 'choose'; itemId: string; measure: Measure; reason?: string; extendYears?: number }
  | { do: 'follow' }
  | { do: 'split'; itemId: string; documentIds: string[] }
  | { do: 'submit' }
  | { do: 'return'; reason: string }
  | { do: 'forward' }
  | { do: 'opine'; opinion: string; wishes: { itemId: string; reason: string }[] }
  | { do: 'propose' }
  | { do: 'confirm' | 'execute'; count: number }
  | { do: 'receive'; itemIds: string[]; refusal?: string; pieces?: number };

const base = '/api/v1/disposal-batches/{id}';

function send(id: string, step: DisposalStep, { expectedVersion, key }: { expectedVersion: number; key: string }) {
  const headers = writeHeaders(key);
  const params = { path: { id } };
  switch (step.do) {
    case 'choose': {
      const { do: _, ...choice } = step;
      return unwrap<unknown>(
        api.POST(`${base}/choices`, { params, headers, body: { expectedVersion, choices: [choice] } }),
      );
    }
    case 'follow':
      return unwrap<unknown>(api.POST(`${base}/proposed-choices`, { params, headers, body: { expectedVersion } }));
    case 'split': {
      const path = { id, itemId: step.itemId };
      const body = { expectedVersion, documentIds: step.documentIds };
      return unwrap<unknown>(api.POST(`${base}/items/{itemId}/splits`, { params: { path }, headers, body }));
    }
    case 'submit':
      return unwrap<unknown>(api.POST(`${base}/submissions`, { params, headers, body: { expectedVersion } }));
    case 'return':
      return unwrap<unknown>(
        api.POST(`${base}/returns`, { params, headers, body: { expectedVersion, reason: step.reason } }),
      );
    case 'forward':
      return unwrap<unknown>(api.POST(`${base}/reviews`, { params, headers, body: { expectedVersion } }));
    case 'opine': {
      const { opinion, wishes } = step;
      return unwrap<unknown>(
        api.POST(`${base}/opinions`, { params, headers, body: { expectedVersion, opinion, wishes } }),
      );
    }
    case 'propose':
      return unwrap<unknown>(api.POST(`${base}/decisions`, { params, headers, body: { expectedVersion } }));
    case 'confirm':
      return unwrap<unknown>(
        api.POST(`${base}/confirmations`, { params, headers, body: { expectedVersion, count: step.count } }),
      );
    case 'execute':
      return unwrap<unknown>(
        api.POST(`${base}/executions`, { params, headers, body: { expectedVersion, count: step.count } }),
      );
    case 'receive': {
      const { do: _, ...receipt } = step;
      return unwrap<unknown>(api.POST(`${base}/receipts`, { params, headers, body: { expectedVersion, ...receipt } }));
    }
  }
}

/** Takes steps of a batch; afterwards everything that shows it is read anew. */
export function useDisposalStep(batch: DisposalBatch) {
  const client = useQueryClient();
  return useWrite((step: DisposalStep, key) => send(batch.id, step, { expectedVersion: batch.version, key }), {
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: queryKeys.disposals });
    },
  });
}
