import { useQuery } from '@tanstack/react-query';
import { type Tag, tagColourCount } from '../../../src-shared/tags.ts';
import { useApi } from '../../app/api.ts';
import { useFailureToast } from '../../app/failures/use-failure-toast.tsx';
import { useWritten } from '../../app/written.tsx';

const none: readonly Tag[] = [];

/** All tags, and a way to make one; a new tag takes the colour that fewest others have. */
export const useTags = (): { tags: readonly Tag[]; create: (name: string) => Promise<Tag | null> } => {
  const { archive, client } = useApi();
  const { announce } = useWritten();
  const tellFailure = useFailureToast();
  const tags = useQuery(archive.tags.list.queryOptions()).data ?? none;
  const create = async (name: string): Promise<Tag | null> => {
    const uses = Array.from(
      { length: tagColourCount },
      (_, colour) => tags.filter((tag) => tag.colour === colour).length,
    );
    try {
      const written = await client.archive.tags.create({ name, colour: uses.indexOf(Math.min(...uses)) });
      announce(written);
      return written.tag;
    } catch (error) {
      tellFailure(error);
      return null;
    }
  };
  return { tags, create };
};
