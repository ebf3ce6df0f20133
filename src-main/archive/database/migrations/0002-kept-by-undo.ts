/** What an undo left alone is kept with it. Frozen, as every migration is. */
export const keptByUndo = `alter table changes add column kept text;`;
