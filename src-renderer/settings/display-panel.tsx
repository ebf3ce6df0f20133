import { Radio, SegmentedControl, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences, useUpdatePreferences, type Preferences } from '../app/preferences.ts';
import { Panel } from '../kit/panel.tsx';

const Choice = <Value extends string>({
  label,
  value,
  values,
  onChange,
}: {
  label: string;
  value: Value;
  values: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}) => {
  const id = useId();
  return (
    <div>
      <Text size="sm" fw={600} id={id} mb={4}>
        {label}
      </Text>
      <SegmentedControl aria-labelledby={id} value={value} data={[...values]} onChange={onChange} />
    </div>
  );
};

const languages: readonly Preferences['language'][] = ['system', 'zh-CN', 'en'];
const schemes: readonly Preferences['colourScheme'][] = ['auto', 'light', 'dark'];
const densities: readonly Preferences['density'][] = ['compact', 'comfortable'];

/** Language, colours, density: of this PC only, at once and without a save button. */
export const DisplayPanel = () => {
  const { t } = useTranslation();
  const { language, colourScheme, density } = usePreferences();
  const update = useUpdatePreferences();
  return (
    <Panel title={t('settings.display.title')} description={t('settings.display.description')}>
      <Stack align="flex-start">
        <Radio.Group
          label={t('settings.display.language')}
          value={language}
          onChange={(value) => {
            const chosen = languages.find((one) => one === value);
            if (chosen !== undefined) update({ language: chosen });
          }}
        >
          <Stack gap={6} mt={4}>
            {languages.map((value) => (
              <Radio key={value} value={value} label={t(`settings.display.languageValue.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Choice
          label={t('settings.display.colourScheme')}
          value={colourScheme}
          values={schemes.map((value) => ({
            value,
            label: t(`settings.display.colourSchemeValue.${value}`),
          }))}
          onChange={(value) => update({ colourScheme: value })}
        />
        <Choice
          label={t('settings.display.density')}
          value={density}
          values={densities.map((value) => ({ value, label: t(`settings.display.densityValue.${value}`) }))}
          onChange={(value) => update({ density: value })}
        />
      </Stack>
    </Panel>
  );
};
