/** Texts of the room customer. */
export const customer = {
  title: '客户',
} as const;
