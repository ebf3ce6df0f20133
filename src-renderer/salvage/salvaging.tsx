import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { SalvageDialog } from './salvage-dialog.tsx';

const SalvagingContext = createContext<(() => void) | null>(null);

/** Holds the dialog of salvaging above all screens, as with restoring: its end changes which screen is shown. */
export const SalvagingProvider = ({ children }: { children: ReactNode }) => {
  const [opened, setOpened] = useState(false);
  const open = useCallback(() => setOpened(true), []);
  return (
    <SalvagingContext.Provider value={open}>
      {children}
      {opened && <SalvageDialog onClose={() => setOpened(false)} />}
    </SalvagingContext.Provider>
  );
};

/** Opens the dialog that salvages what can be read in a damaged archive. */
export const useSalvage = (): (() => void) => {
  const salvage = useContext(SalvagingContext);
  if (salvage === null) throw new Error('useSalvage outside of SalvagingProvider');
  return salvage;
};
