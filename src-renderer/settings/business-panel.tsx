import { Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCode, readCodePattern } from '../../src-shared/code-pattern.ts';
import { settingsPatchSchema } from '../../src-shared/settings.ts';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { useWritten } from '../app/written.tsx';
import { Panel } from '../kit/panel.tsx';
import { SavedField } from '../kit/saved-field.tsx';

const isPattern = (codePattern: string): boolean => settingsPatchSchema.safeParse({ codePattern }).success;

/** The first codes of a pattern, as new customers would get them today. */
const examples = (pattern: string): string[] => {
  const read = readCodePattern(pattern, new Date());
  return [1, 2, 3].map((number) => formatCode(read, number));
};

/** The business: its name, who records changes, how codes look. Each field saves by itself. */
export const BusinessPanel = () => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { announce } = useWritten();
  const tellFailure = useFailureToast();
  const settings = useQuery(archive.settings.get.queryOptions());
  const nextCode = useQuery(archive.customers.nextCode.queryOptions());
  const { mutate: update } = useMutation(
    archive.settings.update.mutationOptions({ onSuccess: announce, onError: tellFailure }),
  );
  const [typed, setTyped] = useState<string | null>(null);

  if (settings.error !== null)
    return <FailurePanel error={settings.error} onRetry={() => void settings.refetch()} />;
  if (settings.data === undefined) return null;
  const { businessName, actor, codePattern } = settings.data;
  const pattern = typed?.trim() ?? codePattern;
  return (
    <Panel title={t('settings.business.title')} description={t('settings.business.description')}>
      <Stack maw={440}>
        <SavedField
          label={t('settings.business.name')}
          placeholder={t('settings.business.namePlaceholder')}
          maxLength={100}
          value={businessName}
          onSave={(value) => update({ businessName: value })}
        />
        <SavedField
          label={t('settings.business.actor')}
          description={t('settings.business.actorHint')}
          placeholder={t('settings.business.actorPlaceholder')}
          maxLength={50}
          value={actor}
          onSave={(value) => update({ actor: value })}
        />
        <div>
          <SavedField
            label={t('settings.business.codePattern')}
            description={t('settings.business.codePatternHint')}
            maxLength={40}
            spellCheck={false}
            value={codePattern}
            check={(value) => (isPattern(value) ? null : t('settings.business.codePatternWrong'))}
            onDraft={setTyped}
            onSave={(value) => update({ codePattern: value })}
          />
          <Text size="sm" mt={4} aria-live="polite" className="numeric">
            {isPattern(pattern) &&
              t('settings.business.codeExamples', {
                examples: examples(pattern).join(t('history.listSeparator')),
              })}
          </Text>
          {pattern === codePattern && nextCode.data !== undefined && (
            <Text size="sm" c="dimmed" className="numeric">
              {t('settings.business.nextCode', { code: nextCode.data })}
            </Text>
          )}
        </div>
      </Stack>
    </Panel>
  );
};
