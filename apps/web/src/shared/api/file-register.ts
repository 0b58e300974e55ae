import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';
import { useWrite } from './write';

export type RegisterLine = components['schemas']['FileRegisterLineView'];

export interface RegisterSearch {
  readonly edition: 'public' | 'internal';
  readonly asOf?: string;
}

export const useFileRegister = (search: RegisterSearch) =>
  useQuery({
    queryKey: [...queryKeys.fileRegister, search],
    queryFn: () => unwrap(api.GET('/api/v1/registers/files', { params: { query: search } })),
  });

export const useRegisterIssues = () =>
  useQuery({
    queryKey: [...queryKeys.fileRegister, 'issues'],
    queryFn: () => unwrap(api.GET('/api/v1/registers/files/issues')),
  });

export function useIssueRegister() {
  const client = useQueryClient();
  return useWrite(
    (_: 'issue', key) => unwrap(api.POST('/api/v1/registers/files/issues', { headers: writeHeaders(key) })),
    { onSettled: () => client.invalidateQueries({ queryKey: queryKeys.fileRegister }) },
  );
}

export function registerAddress(format: 'csv' | 'pdf', { edition, asOf }: RegisterSearch): string {
  const query = new URLSearchParams({ edition, ...(asOf ? { asOf } : {}) });
  return `/api/v1/registers/files/list.${format}?${query.toString()}`;
}
