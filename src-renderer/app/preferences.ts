import { useMantineColorScheme } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { z } from 'zod';
import { preferencesSchema, type preferencesPatchSchema } from '../../src-shared/settings.ts';
import { chooseLanguage, switchLanguage } from '../i18n/i18n.ts';
import { useApi } from './api.ts';
import { useFailureToast } from './failures/use-failure-toast.tsx';

export type Preferences = z.infer<typeof preferencesSchema>;
export type PreferencesPatch = z.input<typeof preferencesPatchSchema>;

const standard: Preferences = preferencesSchema.parse({});

/** How this PC shows things; the standard until it has been read. */
export const usePreferences = (): Preferences => {
  const { archive } = useApi();
  return useQuery(archive.settings.preferences.queryOptions()).data ?? standard;
};

const updating = ['preferences', 'updating'];

/** Changes preferences, on screen at once. */
export const useUpdatePreferences = (): ((patch: PreferencesPatch) => void) => {
  const { archive } = useApi();
  const queryClient = useQueryClient();
  const tellFailure = useFailureToast();
  const { queryKey } = archive.settings.preferences.queryOptions();
  const { mutate } = useMutation(
    archive.settings.updatePreferences.mutationOptions({
      mutationKey: updating,
      // The answer to an earlier change must not take back, for a moment, a later one that is on its way.
      onSuccess: (preferences) => {
        if (queryClient.isMutating({ mutationKey: updating }) === 1)
          queryClient.setQueryData(queryKey, preferences);
      },
      onError: (error) => {
        tellFailure(error);
        void queryClient.invalidateQueries({ queryKey });
      },
    }),
  );
  return useCallback(
    (patch) => {
      const { queryKey } = archive.settings.preferences.queryOptions();
      queryClient.setQueryData(queryKey, (before) => ({ ...(before ?? standard), ...patch }));
      mutate(patch);
    },
    [archive, queryClient, mutate],
  );
};

/** Makes language and colour scheme follow the preferences. */
export const useAppliedPreferences = (systemLocale: string): void => {
  const { language, colourScheme } = usePreferences();
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    void switchLanguage(chooseLanguage(language, systemLocale));
  }, [language, systemLocale]);
  useEffect(() => setColorScheme(colourScheme), [colourScheme, setColorScheme]);
};
