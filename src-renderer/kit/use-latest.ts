import { useInsertionEffect, useRef, type RefObject } from 'react';

/** The value of the last drawing, for listeners that outlive it. Read it in handlers and effects only. */
export const useLatest = <T>(value: T): Readonly<RefObject<T>> => {
  const latest = useRef(value);
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
};
