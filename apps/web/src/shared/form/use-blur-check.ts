import { createContext, use } from 'react';

/** Checks one input when it is left; the editor provides it, since only it knows the whole form. */
export const BlurCheckContext = createContext<(name: string) => void>(() => undefined);
export const useBlurCheck = () => use(BlurCheckContext);
