/** Texts of the room backups. */
export const backups = {
  title: '备份',
} as const;
