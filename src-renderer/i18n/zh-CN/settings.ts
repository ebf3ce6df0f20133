/** Texts of the room settings. */
export const settings = {
  title: '设置',
} as const;
