import type { TargetRef } from '../../src-shared/files.ts';

/** Hands a written file to the user where the host could not write it to the user's disk itself: a download. */
export const deliver = (target: TargetRef): void => {
  if (target.download !== null) download(target.download, target.name);
};

/** A small text as a download made in the page: nothing of it is left with the host. */
export const downloadText = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  download(address, name);
  // The browser has taken it when the click returns; the address would live as long as the page.
  URL.revokeObjectURL(address);
};

const download = (address: string, name: string): void => {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
};
