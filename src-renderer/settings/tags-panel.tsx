import { ActionIcon, Button, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tagColourCount, type Tag, type TagPatch } from '../../src-shared/tags.ts';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { useFailureToast, useTellFailure } from '../app/failures/use-failure-toast.tsx';
import { runLongWork, useLongWork } from '../app/long-work.ts';
import { useWritten } from '../app/written.tsx';
import { Panel } from '../kit/panel.tsx';
import { ProgressDialog } from '../kit/progress-dialog.tsx';
import { SavedField } from '../kit/saved-field.tsx';
import { ColourPicker } from './colour-picker.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import classes from './settings.module.css';

const TagRow = ({ tag, onDelete }: { tag: Tag; onDelete: () => void }) => {
  const { t } = useTranslation();
  const { client } = useApi();
  const { announce } = useWritten();
  // Of its own: a colour that is chosen right after a name was typed must not take its place.
  const renaming = useLongWork(client.archive.tags.update, useTellFailure());
  const rename = async (to: string): Promise<void> => {
    const written = await renaming.start({ id: tag.id, patch: { name: to } });
    if (written !== null) announce(written);
  };
  const { mutate: update } = useMutation({
    mutationFn: async (patch: TagPatch) =>
      runLongWork(await client.archive.tags.update({ id: tag.id, patch })),
    onSuccess: announce,
    onError: useFailureToast(),
  });
  const { name, colour, group } = tag;
  const deleteLabel = t('settings.tags.delete', { name });
  return (
    <li className={classes.tags}>
      <ColourPicker
        label={t('settings.tags.colourOf', { name })}
        colour={colour}
        onChange={(value) => update({ colour: value })}
      />
      <SavedField
        aria-label={t('settings.tags.nameOf', { name })}
        maxLength={50}
        value={name}
        onSave={(value) => value !== '' && void rename(value)}
      />
      <SavedField
        aria-label={t('settings.tags.groupOf', { name })}
        placeholder={t('settings.tags.groupPlaceholder')}
        maxLength={50}
        value={group}
        onSave={(value) => update({ group: value })}
      />
      <span className={classes.count}>{t('settings.tags.count', { count: tag.count })}</span>
      <Tooltip label={deleteLabel}>
        <ActionIcon variant="subtle" color="gray" aria-label={deleteLabel} onClick={onDelete}>
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
      <ProgressDialog label={t('settings.tags.renaming', { name })} work={renaming} />
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
  const { archive, client } = useApi();
  const { data: tags, error, refetch } = useQuery(archive.tags.list.queryOptions());
  const [deleting, setDeleting] = useState<Tag | null>(null);
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
        <RemoveDialog
          title={t('settings.tags.deleteTitle')}
          action={t('settings.tags.delete', { name: deleting.name })}
          id={deleting.id}
          count={deleting.count}
          remove={client.archive.tags.remove}
          onClose={() => setDeleting(null)}
        >
          {deleting.count === 0
            ? t('settings.tags.deleteUnused', { name: deleting.name })
            : t('settings.tags.deleteUsed', { name: deleting.name, count: deleting.count })}
        </RemoveDialog>
      )}
    </Panel>
  );
};
