import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, writeHeaders } from './client';
import { queryKeys } from './keys';
import type { components } from './schema';
import { useWrite } from './write';

type Schemas = components['schemas'];
export type Setting = Schemas['SettingView'];
export type SettingValue = Setting['value'];
export type SettingChange = Schemas['SettingChangeView'];

const settings = ['municipality-settings'];

/** 設定 of the municipality */
export const useSettings = () =>
  useQuery({
    queryKey: settings,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/municipality-settings', { signal })),
  });

export const useSettingChanges = (setting: string) =>
  useQuery({
    queryKey: [...settings, setting],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/municipality-settings/{setting}/changes', { params: { path: { setting } }, signal })),
  });

export interface SettingWish {
  readonly setting: string;
  readonly value: SettingValue;
  readonly validFrom: string | null;
  readonly reason: string;
  readonly version: number;
}

/** Who I am names the municipality, so it is asked anew, too. */
export function useChangeSetting() {
  const client = useQueryClient();
  const anew = () => client.invalidateQueries({ queryKey: settings });
  return useWrite(
    ({ setting, version, ...body }: SettingWish, key) =>
      unwrap(
        api.PUT('/api/v1/municipality-settings/{setting}', {
          params: { path: { setting } },
          body,
          headers: writeHeaders(key, version),
        }),
      ),
    {
      onSuccess: async (list) => {
        client.setQueryData(settings, list);
        await Promise.all([anew(), client.invalidateQueries({ queryKey: queryKeys.session })]);
      },
      onError: anew,
    },
  );
}
