/** Where a moving archive arrives, in the folder it moves to: nothing in there is an archive yet. */
export const arrivalFolderName = 'kedang-arriving';

/** Says in the folder of before where the archive is now. */
export const movedFileName = 'kedang-moved.json';

/** Says in the new folder what still lies in the one of before. */
export const leftBehindFileName = 'kedang-left-behind.json';

/** What the database of before is called once the archive lives elsewhere: nobody takes it for an archive. */
export const retiredPrefix = '已搬走的档案-';
