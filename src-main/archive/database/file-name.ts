/** The archive's database in its folder. Apart from what opens it, so that the shell can ask where an archive is without SQLite. */
export const archiveFileName = 'kedang.db';
