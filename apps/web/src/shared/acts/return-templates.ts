import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { api, unwrap } from '../api/client';
import { queryKeys } from '../api/keys';
import { isComposing } from '../keys/match';

const anHour = 60 * 60_000;

/** Usual reasons of a return in the municipality's words, at most nine, in the order of their keys. */
export function useReturnTemplates(): readonly string[] {
  const reasons = useQuery({
    queryKey: queryKeys.returnReasons,
    queryFn: () => unwrap(api.GET('/api/v1/return-reasons')),
    staleTime: anHour,
  });
  return reasons.data?.items ?? [];
}

/** The template that a key asks for: Alt+1 to 9 anywhere, 1 to 9 where nothing is typed. */
export function templateAt(event: KeyboardEvent, templates: readonly string[]): string | undefined {
  if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey) return undefined;
  const typing = event.target instanceof HTMLElement && event.target.matches('input,textarea,select,[role=combobox]');
  if (!event.altKey && typing) return undefined;
  return templates[Number(/^(?:Digit|Numpad)([1-9])$/u.exec(event.code)?.[1] ?? 0) - 1];
}
