/** Texts of the room first-run. */
export const firstRun = {
  title: '开始',
} as const;
