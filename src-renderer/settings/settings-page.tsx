import { Tabs } from '@mantine/core';
import {
  IconArchive,
  IconBuildingStore,
  IconInfoCircle,
  IconPalette,
  IconForms,
  IconShieldLock,
  IconTags,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { navigate } from '../app/location.ts';
import { Page } from '../kit/page.tsx';
import { AboutPanel } from './about-panel.tsx';
import { ArchivePanel } from './archive-panel.tsx';
import { BusinessPanel } from './business-panel.tsx';
import { CustomFieldsPanel } from './custom-fields-panel.tsx';
import { DisplayPanel } from './display-panel.tsx';
import { ProtectionPanel } from './protection-panel.tsx';
import classes from './settings.module.css';
import { TagsPanel } from './tags-panel.tsx';

const sections = {
  business: { icon: IconBuildingStore, panel: BusinessPanel },
  display: { icon: IconPalette, panel: DisplayPanel },
  tags: { icon: IconTags, panel: TagsPanel },
  fields: { icon: IconForms, panel: CustomFieldsPanel },
  protection: { icon: IconShieldLock, panel: ProtectionPanel },
  archive: { icon: IconArchive, panel: ArchivePanel },
  about: { icon: IconInfoCircle, panel: AboutPanel },
} as const;
type SectionName = keyof typeof sections;
const names = Object.keys(sections) as SectionName[];

/** Settings, by section; `?section=tags` opens one. */
export const SettingsPage = () => {
  const { t } = useTranslation();
  const asked = new URLSearchParams(useSearch()).get('section');
  const section = names.find((name) => name === asked) ?? 'business';
  return (
    <Page title={t('settings.title')}>
      <Tabs
        orientation="vertical"
        variant="pills"
        value={section}
        onChange={(name) => navigate(`/settings?section=${name ?? 'business'}`, { replace: true })}
        keepMounted={false}
        classNames={{ list: classes.list }}
      >
        <Tabs.List aria-label={t('settings.title')}>
          {names.map((name) => {
            const Icon = sections[name].icon;
            return (
              <Tabs.Tab key={name} value={name} leftSection={<Icon size={16} stroke={1.6} aria-hidden />}>
                {t(`settings.sections.${name}`)}
              </Tabs.Tab>
            );
          })}
        </Tabs.List>
        {names.map((name) => {
          const Content = sections[name].panel;
          return (
            <Tabs.Panel key={name} value={name} pl="lg">
              <Content />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </Page>
  );
};
