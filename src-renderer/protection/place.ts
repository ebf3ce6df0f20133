import { navigate } from '../app/location.ts';

let kept: string | null = null;

/** Keeps where one was, and takes it out of the address: a search in it names customers. */
export const leavePlace = (): void => {
  const here = window.location.hash.replace(/^#/u, '');
  if (here !== '' && here !== '/') kept = here;
  navigate('/', { replace: true });
};

/** Goes back to where one was when the archive was locked. */
export const returnToPlace = (): void => {
  if (kept !== null) navigate(kept, { replace: true });
  kept = null;
};
