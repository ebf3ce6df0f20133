import { Center, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDelayed } from '../kit/use-delayed.ts';
import classes from './shell.module.css';

/** What stands on the screen until the archive answers: the frame, and words only when it takes long. */
export const Starting = () => {
  const { t } = useTranslation();
  const slow = useDelayed(true, 1_000);
  const verySlow = useDelayed(true, 10_000);
  return (
    <div className={classes.shell}>
      <div className={classes.rail} />
      <main className={classes.main} aria-busy>
        <Center h="100%" p="xl">
          <Stack gap={4} maw={480} ta="center" aria-live="polite">
            {slow && <Text c="dimmed">{t('common.starting.opening')}</Text>}
            {verySlow && <Text c="dimmed">{t('common.starting.slow')}</Text>}
          </Stack>
        </Center>
      </main>
      <div className={classes.status} />
    </div>
  );
};
