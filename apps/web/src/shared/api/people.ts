import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { queryKeys } from './keys';

const shown = 20;
const fresh = 5 * 60_000;

/** Members of staff by name, reading, number, title or unit. */
export const usePeople = (search: string) =>
  useQuery({
    queryKey: [...queryKeys.people, search],
    queryFn: () => unwrap(api.GET('/api/v1/people', { params: { query: { search, limit: shown } } })),
    placeholderData: keepPreviousData,
    staleTime: fresh,
  });

/** Posts by title, unit, or name and reading of whoever sits in them. */
export const usePosts = (search: string) =>
  useQuery({
    queryKey: [...queryKeys.posts, search],
    queryFn: () => unwrap(api.GET('/api/v1/posts', { params: { query: { search, limit: shown } } })),
    placeholderData: keepPreviousData,
    staleTime: fresh,
  });

/** Units by name, reading, symbol or the name of their head. */
export const useUnits = (search: string) =>
  useQuery({
    queryKey: [...queryKeys.units, search],
    queryFn: () => unwrap(api.GET('/api/v1/units', { params: { query: { search, limit: shown } } })),
    placeholderData: keepPreviousData,
    staleTime: fresh,
  });
