import { Button, Code, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../src-shared/failures.ts';
import type { FolderRef } from '../../src-shared/files.ts';
import type { MovePreview } from '../../src-shared/moving.ts';
import { useApi } from '../app/api.ts';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { toFailure } from '../app/failures/to-failure.ts';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { KeyLayer } from '../app/keys.tsx';
import { useLongWork } from '../app/long-work.ts';
import { PlaceNote } from '../app/place-note.tsx';
import { formatBytes } from '../kit/format.ts';
import { ProgressPanel } from '../kit/progress-panel.tsx';
import classes from './moving.module.css';

/** From where to where, and how much. */
const Facts = ({ preview }: { preview: MovePreview }) => {
  const { t } = useTranslation();
  const { bytes, backups, freeBytes, neededBytes } = preview;
  const needed = formatBytes(neededBytes);
  return (
    <dl className={classes.facts}>
      <dt>{t('moving.from')}</dt>
      <dd>
        <Code>{preview.from}</Code>
      </dd>
      <dt>{t('moving.to')}</dt>
      <dd>
        <Code>{preview.to}</Code>
      </dd>
      <dt>{t('moving.size')}</dt>
      <dd>
        {backups === 0
          ? t('moving.sizeOnly', { size: formatBytes(bytes) })
          : t('moving.sizeText', { size: formatBytes(bytes), count: backups })}
      </dd>
      <dt>{t('moving.free')}</dt>
      <dd>
        {freeBytes === null
          ? t('moving.freeUnknown', { needed })
          : t('moving.freeText', { free: formatBytes(freeBytes), needed })}
      </dd>
    </dl>
  );
};

const points = ['copied', 'open', 'kept', 'secondPlace'] as const;

/** What stands in the way, or what will be done; then the move. */
const Preview = ({
  preview,
  folder,
  failure,
  onStart,
  onClose,
}: {
  preview: MovePreview;
  folder: FolderRef;
  failure: Failure | null;
  onStart: () => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { client } = useApi();
  const tellFailure = useFailureToast();
  const { obstacle } = preview;
  // An archive in a folder of its own inside the chosen one is not what was chosen.
  const canOpen = obstacle?.code === 'archiveAlreadyThere' && preview.to === folder.path;
  return (
    <Stack gap="md">
      <Facts preview={preview} />
      {obstacle === null && <PlaceNote place={preview.place} />}
      {obstacle !== null && (
        <FailureNote failure={obstacle}>
          {canOpen && (
            <Button
              size="xs"
              variant="default"
              onClick={() => client.host.changeFolder({ token: folder.token }).catch(tellFailure)}
            >
              {t('moving.openThere')}
            </Button>
          )}
        </FailureNote>
      )}
      {obstacle === null && (
        <List size="sm" spacing={4}>
          {points.map((point) => (
            <List.Item key={point}>{t(`moving.points.${point}`)}</List.Item>
          ))}
        </List>
      )}
      {failure !== null && <FailureNote failure={failure} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common.action.cancel')}
        </Button>
        <Button disabled={obstacle !== null} onClick={onStart}>
          {t('moving.start')}
        </Button>
      </Group>
    </Stack>
  );
};

/** Moving the archive to a folder that was chosen: what will happen, how far it is, and on in the new folder. */
export const MoveDialog = ({
  folder,
  preview,
  onClose,
}: {
  folder: FolderRef;
  preview: MovePreview;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { client } = useApi();
  const work = useLongWork(client.archive.archive.move);
  const [following, setFollowing] = useState<Failure | 'opening' | null>(null);

  const follow = async (): Promise<void> => {
    setFollowing('opening');
    try {
      await client.host.followMove();
      onClose();
    } catch (error) {
      setFollowing(toFailure(error));
    }
  };
  const start = async (): Promise<void> => {
    const moved = await work.start({ token: folder.token });
    if (moved !== null) await follow();
  };

  const body = () => {
    if (following === 'opening') return <Text size="sm">{t('moving.opening')}</Text>;
    if (following !== null) return <FailureNote failure={following} onRetry={() => void follow()} />;
    if (work.running || work.result !== null)
      return (
        <ProgressPanel
          takesFocus
          label={t('moving.working')}
          work={work}
          cancellable={work.progress?.phase !== 'moving'}
        />
      );
    return (
      <Preview
        preview={preview}
        folder={folder}
        failure={work.failure}
        onStart={() => void start()}
        onClose={onClose}
      />
    );
  };
  const busy = work.running || following === 'opening';

  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={!busy}
      withCloseButton={!busy}
      size="lg"
      title={t('moving.title')}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>{body()}</KeyLayer>
    </Modal>
  );
};
