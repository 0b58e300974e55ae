import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import type { components } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type Emergency = Schemas['EmergencyView'];
export type EmergencyWish = Schemas['EmergencyBody'];

const emergencies = ['emergencies'];

/** 緊急閲覧 that concern the person; asked anew while the screen is open, as they begin and end by themselves. */
export const useEmergencies = () =>
  useQuery({
    queryKey: emergencies,
    queryFn: () => unwrap(api.GET('/api/v1/emergency-readings')),
    refetchInterval: 30_000,
  });

function useStep<V, R>(send: (variables: V, key: string) => Promise<R>) {
  const client = useQueryClient();
  return useWrite(send, { onSettled: () => client.invalidateQueries({ queryKey: emergencies }) });
}

export const useAskEmergency = () =>
  useStep((body: EmergencyWish, key) =>
    unwrap(api.POST('/api/v1/emergency-readings', { body, headers: writeHeaders(key) })),
  );
export const useConfirmEmergency = () =>
  useStep((id: string, key) =>
    unwrap(
      api.POST('/api/v1/emergency-readings/{id}/confirmation', {
        params: { path: { id } },
        headers: writeHeaders(key),
      }),
    ),
  );
export const useEndEmergency = () =>
  useStep((id: string, key) =>
    unwrap(api.POST('/api/v1/emergency-readings/{id}/end', { params: { path: { id } }, headers: writeHeaders(key) })),
  );
