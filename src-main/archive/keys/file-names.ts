/** The key file and its copy, in the archive folder. */
export const keyFileNames = ['kedang.keys', 'kedang.keys.copy'] as const;

/** Wrong tries at the password, in the archive folder. */
export const triesFileName = 'kedang.tries';
