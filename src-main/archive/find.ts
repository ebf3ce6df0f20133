import type { FinderHit } from '../../src-shared/finder.ts';
import { matchRanges } from './search/matches.ts';
import type { Session } from './session.ts';
import { prepared } from './statements.ts';

/** What Ctrl+K finds: saved views by name first, since they are few and meant, then customers and contacts. */
export function find(session: Session, { text, limit }: { text: string; limit: number }): FinderHit[] {
  if (text.trim() === '') return [];
  const views = prepared(session.sqlite, 'select id, name from savedViews order by id').all() as {
    id: number;
    name: string;
  }[];
  const found: FinderHit[] = views.flatMap(({ id, name }) => {
    const ranges = matchRanges(name, text);
    return ranges.length > 0 ? [{ kind: 'view', id, title: name, subtitle: '', ranges, reason: 'text' }] : [];
  });
  return [...found, ...session.finder.search(text, limit)].slice(0, limit);
}
