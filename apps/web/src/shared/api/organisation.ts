import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import type { components } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type ChartUnit = Schemas['ChartUnitView'];
export type UnitPost = Schemas['UnitPostView'];
export type StaffAssignment = Schemas['StaffAssignmentView'];
export type StaffReport = Schemas['StaffReportView'];
export type StaffChange = Schemas['StaffChangeView'];
export type OrganisationLists = Schemas['OrganisationListsView'];
export type ReorganisationChange = Schemas['ReorganisationChangeView'];
export type ReorganisationTrial = Schemas['ReorganisationReportView'];
/** The texts of the lists that are brought in. */
export type StaffLists = Schemas['StaffListsBody'];

const organisation = 'organisation';
const on = (day: string | undefined) => (day === undefined ? {} : { on: day });

/** 組織図 of a day; today by default. */
export const useChart = (day: string | undefined) =>
  useQuery({
    queryKey: [organisation, 'chart', day],
    queryFn: () => unwrap(api.GET('/api/v1/organisation/chart', { params: { query: on(day) } })),
    placeholderData: keepPreviousData,
  });

export const useUnitPosts = (code: string, day: string | undefined) =>
  useQuery({
    queryKey: [organisation, 'posts', code, day],
    queryFn: () =>
      unwrap(api.GET('/api/v1/organisation/units/{code}/posts', { params: { path: { code }, query: on(day) } })),
  });

export const useStaff = (staffNo: string) =>
  useQuery({
    queryKey: [organisation, 'staff', staffNo],
    queryFn: () => unwrap(api.GET('/api/v1/organisation/staff/{staffNo}', { params: { path: { staffNo } } })),
  });

/** 人事異動: what the lists would change; nothing is written. */
export const useTryLists = () =>
  useWrite((body: StaffLists, key) =>
    unwrap(api.POST('/api/v1/staff-lists/trials', { body, headers: writeHeaders(key) })),
  );

export function useBringLists() {
  const client = useQueryClient();
  return useWrite(
    (body: StaffLists, key) => unwrap(api.POST('/api/v1/staff-lists', { body, headers: writeHeaders(key) })),
    { onSuccess: () => client.invalidateQueries({ queryKey: [organisation] }) },
  );
}

/** Every list of the organisation as it is stored. */
export const useOrganisationLists = () =>
  useQuery({
    queryKey: [organisation, 'lists'],
    queryFn: () => unwrap(api.GET('/api/v1/organisation/lists')),
  });

/** 組織改正: what the lists would do; nothing is written. */
export const useTryReorganisation = () =>
  useMutation({
    mutationFn: (body: Partial<OrganisationLists>) =>
      unwrap(api.POST('/api/v1/organisation/reorganisation-trials', { body })),
  });
