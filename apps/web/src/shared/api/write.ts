import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { hasCode, NetworkError } from './problem';

/** A fresh key for one action of the user. randomUUID exists on https and localhost only; town networks may serve http. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const attempts = 3;
/** Nobody knows whether it was done: the network failed, or the API says so. */
const unsure = (error: unknown) =>
  error instanceof NetworkError ||
  ['request.outcome-unknown', 'request.in-progress'].some((code) => hasCode(error, code));
const lost = (failures: number, error: Error) => unsure(error) && failures < attempts - 1;

/**
 * A write that may be repeated: where the outcome is unknown it is sent again with the same Idempotency-Key, and so is
 * the same action started again by hand, so that nothing is applied twice.
 */
export function useWrite<Variables, Result>(
  send: (variables: Variables, key: string) => Promise<Result>,
  options: Omit<UseMutationOptions<Result, Error, Variables>, 'mutationFn' | 'retry'> = {},
): UseMutationResult<Result, Error, Variables> {
  const pending = useRef(new Map<string, string>());
  return useMutation<Result, Error, Variables>({
    ...options,
    networkMode: 'always',
    mutationFn: async (variables) => {
      const action = JSON.stringify(variables) ?? '';
      const key = pending.current.get(action) ?? newKey();
      pending.current.set(action, key);
      try {
        const result = await send(variables, key);
        pending.current.delete(action);
        return result;
      } catch (error) {
        if (!unsure(error)) pending.current.delete(action);
        throw error;
      }
    },
    retry: lost,
    retryDelay: (failures) => 400 * 2 ** failures,
  });
}
