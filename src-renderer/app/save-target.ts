import type { TargetRef } from '../../src-shared/files.ts';

/** Hands a written file to the user where the host could not write it to the user's disk itself: a download. */
export const deliver = (target: TargetRef): void => {
  if (target.download === null) return;
  const link = document.createElement('a');
  link.href = target.download;
  link.download = target.name;
  document.body.append(link);
  link.click();
  link.remove();
};
