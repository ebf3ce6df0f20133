import { ActionIcon, Button, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tagColourCount, type Tag } from '../../src-shared/tags.ts';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { useWritten } from '../app/written.tsx';
import { ConfirmModal } from '../kit/confirm-modal.tsx';
import { Panel } from '../kit/panel.tsx';
import { SavedField } from '../kit/saved-field.tsx';
import { ColourPicker } from './colour-picker.tsx';
import classes from './settings.module.css';

const TagRow = ({ tag, onDelete }: { tag: Tag; onDelete: () => void }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { announce } = useWritten();
  const tellFailure = useFailureToast();
  const { mutate: update } = useMutation(
    archive.tags.update.mutationOptions({ onSuccess: announce, onError: tellFailure }),
  );
  const { id, name, colour, group } = tag;
  const deleteLabel = t('settings.tags.delete', { name });
  return (
    <li className={classes.tags}>
      <ColourPicker
        label={t('settings.tags.colourOf', { name })}
        colour={colour}
        onChange={(value) => update({ id, patch: { colour: value } })}
      />
      <SavedField
        aria-label={t('settings.tags.nameOf', { name })}
        maxLength={50}
        value={name}
        onSave={(value) => value !== '' && update({ id, patch: { name: value } })}
      />
      <SavedField
        aria-label={t('settings.tags.groupOf', { name })}
        placeholder={t('settings.tags.groupPlaceholder')}
        maxLength={50}
        value={group}
        onSave={(value) => update({ id, patch: { group: value } })}
      />
      <span className={classes.count}>{t('settings.tags.count', { count: tag.count })}</span>
      <Tooltip label={deleteLabel}>
        <ActionIcon variant="subtle" color="gray" aria-label={deleteLabel} onClick={onDelete}>
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
};

/** The colour that fewest tags have. */
const rarestColour = (tags: readonly Tag[]): number => {
  const uses = Array.from(
    { length: tagColourCount },
    (_, colour) => tags.filter((tag) => tag.colour === colour).length,
  );
  return uses.indexOf(Math.min(...uses));
};

const NewTag = ({ tags }: { tags: readonly Tag[] }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { announce } = useWritten();
  const tellFailure = useFailureToast();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<number | null>(null);
  const colour = chosen ?? rarestColour(tags);
  const { mutate: create, isPending } = useMutation(
    archive.tags.create.mutationOptions({
      onSuccess: (written) => {
        announce(written);
        setName('');
        setChosen(null);
      },
      onError: tellFailure,
    }),
  );
  return (
    <form
      className={classes.tags}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '' && !isPending) create({ name, colour });
      }}
    >
      <ColourPicker label={t('settings.tags.colour')} colour={colour} onChange={setChosen} />
      <TextInput
        aria-label={t('settings.tags.newName')}
        placeholder={t('settings.tags.newName')}
        maxLength={50}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="light"
        leftSection={<IconPlus size={16} />}
        disabled={name.trim() === ''}
      >
        {t('settings.tags.add')}
      </Button>
    </form>
  );
};

/** All tags: name, colour, group; deleting names how many customers carry it. */
export const TagsPanel = () => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { announce } = useWritten();
  const tellFailure = useFailureToast();
  const { data: tags, error, refetch } = useQuery(archive.tags.list.queryOptions());
  const [deleting, setDeleting] = useState<Tag | null>(null);
  const { mutate: remove, isPending } = useMutation(
    archive.tags.remove.mutationOptions({
      onSuccess: announce,
      onError: tellFailure,
      onSettled: () => setDeleting(null),
    }),
  );
  if (error !== null) return <FailurePanel error={error} onRetry={() => void refetch()} />;
  if (tags === undefined) return null;
  return (
    <Panel title={t('settings.tags.title')} description={t('settings.tags.description')}>
      <Stack gap="sm">
        {tags.length === 0 ? (
          <Text c="dimmed">{t('settings.tags.empty')}</Text>
        ) : (
          <>
            <div className={`${classes.tags} ${classes.head}`} aria-hidden>
              <span />
              <span>{t('settings.tags.name')}</span>
              <span>{t('settings.tags.group')}</span>
              <span className={classes.count}>{t('settings.tags.used')}</span>
            </div>
            <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
              {tags.map((tag) => (
                <TagRow key={tag.id} tag={tag} onDelete={() => setDeleting(tag)} />
              ))}
            </Stack>
          </>
        )}
        <NewTag tags={tags} />
      </Stack>
      {deleting !== null && (
        <ConfirmModal
          opened
          title={t('settings.tags.deleteTitle')}
          action={t('settings.tags.delete', { name: deleting.name })}
          danger
          busy={isPending}
          onConfirm={() => remove({ id: deleting.id })}
          onClose={() => setDeleting(null)}
        >
          {deleting.count === 0
            ? t('settings.tags.deleteUnused', { name: deleting.name })
            : t('settings.tags.deleteUsed', { name: deleting.name, count: deleting.count })}
        </ConfirmModal>
      )}
    </Panel>
  );
};
