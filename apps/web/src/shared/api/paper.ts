import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type Loan = Schemas['LoanView'];
export type Handover = Schemas['HandoverView'];
export type HandedFile = Schemas['HandedFileView'];
export type Substitute = Schemas['SubstituteView'];

export const useLoans = (all: boolean) =>
  useQuery({
    queryKey: [...queryKeys.paper, 'loans', all],
    queryFn: () => unwrap(api.GET('/api/v1/loans', { params: { query: { all: all ? 'true' : 'false' } } })),
  });
export const useHandovers = () =>
  useQuery({ queryKey: [...queryKeys.paper, 'handovers'], queryFn: () => unwrap(api.GET('/api/v1/handovers')) });
export const useSubstitutes = () =>
  useQuery({ queryKey: [...queryKeys.paper, 'substitutes'], queryFn: () => unwrap(api.GET('/api/v1/substitutes')) });
export const useStackPlaces = () =>
  useQuery({ queryKey: [...queryKeys.paper, 'places'], queryFn: () => unwrap(api.GET('/api/v1/stack-places')) });

const useStale = () => {
  const client = useQueryClient();
  return { onSettled: () => client.invalidateQueries({ queryKey: queryKeys.paper }) };
};

export type LoanStep =
  | { readonly step: 'lend' | 'take_back'; readonly id: string }
  | { readonly step: 'refuse'; readonly id: string; readonly reason: string };

function sendLoanStep(taken: LoanStep, key: string): Promise<unknown> {
  const to = { params: { path: { id: taken.id } }, headers: writeHeaders(key) };
  switch (taken.step) {
    case 'lend':
      return unwrap(api.POST('/api/v1/loans/{id}/lending', to));
    case 'take_back':
      return unwrap(api.POST('/api/v1/loans/{id}/return', to));
    case 'refuse':
      return unwrap(api.POST('/api/v1/loans/{id}/refusal', { ...to, body: { reason: taken.reason } }));
  }
}

export const useLoanStep = () => useWrite(sendLoanStep, useStale());

export const useWithdrawHandover = () =>
  useWrite(
    (id: string, key) =>
      unwrap(api.DELETE('/api/v1/handovers/{id}', { params: { path: { id } }, headers: writeHeaders(key) })),
    useStale(),
  );

export const useHandedFiles = (id: string) =>
  useQuery({
    queryKey: [...queryKeys.paper, 'handovers', id],
    queryFn: () => unwrap(api.GET('/api/v1/handovers/{id}/files', { params: { path: { id } } })),
  });

export const useHandoverCandidates = (unit: string) =>
  useQuery({
    queryKey: [...queryKeys.paper, 'candidates', unit],
    enabled: unit !== '',
    queryFn: () => unwrap(api.GET('/api/v1/handovers/candidates', { params: { query: { unit } } })),
  });

export const useProposeHandover = () =>
  useWrite(
    (body: Schemas['HandoverRequest'], key) =>
      unwrap(api.POST('/api/v1/handovers', { body, headers: writeHeaders(key) })),
    useStale(),
  );

/** One file is taken off a list that waits. */
export const useTakeOff = (id: string) =>
  useWrite(
    (body: Schemas['TakeOffRequest'], key) =>
      unwrap(
        api.POST('/api/v1/handovers/{id}/removals', { params: { path: { id } }, body, headers: writeHeaders(key) }),
      ),
    useStale(),
  );

/** 受領: where every file lies from now on. */
export const useReceiveHandover = (id: string) =>
  useWrite(
    (body: Schemas['HandoverReceiptRequest'], key) =>
      unwrap(
        api.POST('/api/v1/handovers/{id}/receipt', { params: { path: { id } }, body, headers: writeHeaders(key) }),
      ),
    useStale(),
  );

export const useAddPlace = () =>
  useWrite(
    (body: Schemas['StackPlaceRequest'], key) =>
      unwrap(api.POST('/api/v1/stack-places', { body, headers: writeHeaders(key) })),
    useStale(),
  );

export const useRegisterPaperFile = () =>
  useWrite(
    (body: Schemas['PaperFileRequest'], key) =>
      unwrap(api.POST('/api/v1/paper-files', { body, headers: writeHeaders(key) })),
    useStale(),
  );
