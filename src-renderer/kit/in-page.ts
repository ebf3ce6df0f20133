import { createContext } from 'react';

/** Whether something stands on a page that has a heading of its own. */
export const InPage = createContext(false);
