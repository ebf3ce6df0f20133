/** Things that a key, a native menu and the finder all start. */
export const commandNames = ['find', 'keys'] as const;
export type Command = (typeof commandNames)[number];

const listeners = new Map<Command, Set<() => void>>();

/** Runs whoever listens to a command; what opens a dialog lives in the dialog's own file. */
export const runCommand = (command: Command): void => {
  for (const listener of listeners.get(command) ?? []) listener();
};

/** Listens to a command until the answer is called. */
export const onCommand = (command: Command, listener: () => void): (() => void) => {
  const set = listeners.get(command) ?? new Set();
  listeners.set(command, set);
  set.add(listener);
  return () => void set.delete(listener);
};
