import { ja, type Messages } from '../ja';
import { firstWords } from './first-words';
import { workWords } from './work-words';

/** What やさしい日本語 says otherwise than Japanese does. */
export const plainWords = { ...firstWords, ...workWords } as const;

/** やさしい日本語 (plain Japanese) lies over Japanese: what it does not say anew stays as it is. */
export const plain: Messages = { ...ja, ...plainWords };
