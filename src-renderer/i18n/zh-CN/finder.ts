/** Texts of the room finder. */
export const finder = {
  title: '查找',
} as const;
