import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { AbsenceBody, CoverPreviewQuery, ProxyBody } from './types';
import { useWrite } from './write';

export type AbsenceScope = 'section' | 'all';

export const useAbsences = (query: { from: string; to: string; scope: AbsenceScope }) =>
  useQuery({
    queryKey: [...queryKeys.absences, query],
    queryFn: () => unwrap(api.GET('/api/v1/absences', { params: { query } })),
    placeholderData: keepPreviousData,
  });

/** My own absences that are not over: from `today` on. */
export const useMyAbsences = (from: string, to: string) =>
  useQuery({
    queryKey: [...queryKeys.absences, 'mine', from, to],
    queryFn: () => unwrap(api.GET('/api/v1/absences', { params: { query: { from, to, scope: 'mine' } } })),
  });

/** Who is away on a day, and who acts for them. */
export const useStandIns = (on: string) =>
  useQuery({
    queryKey: [...queryKeys.absences, 'stand-ins', on],
    queryFn: () => unwrap(api.GET('/api/v1/stand-ins', { params: { query: { on } } })),
    placeholderData: keepPreviousData,
  });

/** Who would act during an absence that is still being written; null: nothing to ask about yet. */
export const useCoverPreview = (query: CoverPreviewQuery | null) =>
  useQuery({
    queryKey: [...queryKeys.absences, 'preview', query],
    queryFn: () => (query ? unwrap(api.GET('/api/v1/stand-ins/preview', { params: { query } })) : null),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });

function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: queryKeys.absences });
}

export function useRegisterAbsence() {
  const onSuccess = useRefresh();
  return useWrite(
    (body: AbsenceBody, key) => unwrap(api.POST('/api/v1/absences', { body, headers: writeHeaders(key) })),
    { onSuccess },
  );
}

/** Takes an absence back; one under way ends now. */
export function useCancelAbsence() {
  const onSuccess = useRefresh();
  return useWrite(
    (id: string, key) =>
      unwrap(api.POST('/api/v1/absences/{id}/cancel', { params: { path: { id } }, headers: writeHeaders(key) })),
    { onSuccess },
  );
}

export const useProxies = () =>
  useQuery({
    queryKey: [...queryKeys.absences, 'proxies'],
    queryFn: () => unwrap(api.GET('/api/v1/proxies')),
  });

export function useGiveProxy() {
  const onSuccess = useRefresh();
  return useWrite((body: ProxyBody, key) => unwrap(api.POST('/api/v1/proxies', { body, headers: writeHeaders(key) })), {
    onSuccess,
  });
}

export function useEndProxy() {
  const onSuccess = useRefresh();
  return useWrite(
    (id: string, key) =>
      unwrap(api.POST('/api/v1/proxies/{id}/cancel', { params: { path: { id } }, headers: writeHeaders(key) })),
    { onSuccess },
  );
}
