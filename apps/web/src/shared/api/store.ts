import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';

export type StoreFigures = components['schemas']['StoreFiguresView'];
export type StoredAmount = components['schemas']['AmountView'];
export type ObjectFinding = components['schemas']['ObjectFindingView'];

/** 保管庫の状況 */
export const useStoreFigures = () =>
  useQuery({
    queryKey: queryKeys.storeFigures,
    queryFn: () => unwrap(api.GET('/api/v1/object-store/figures')),
  });
