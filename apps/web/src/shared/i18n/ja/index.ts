import { absences } from './absences';
import { acts } from './acts';
import { archive } from './archive';
import { delegation } from './delegation';
import { disposal } from './disposal';
import { document } from './document';
import { drafting } from './drafting';
import { execution } from './execution';
import { inbox } from './inbox';
import { intake } from './intake';
import { lists } from './lists';
import { reports } from './reports';
import { shell } from './shell';
import { years } from './years';

/** Japanese, the first language of the product: its keys are the keys of every other. */
export const ja = {
  ...shell,
  ...inbox,
  ...acts,
  ...execution,
  ...document,
  ...drafting,
  ...archive,
  ...delegation,
  ...intake,
  ...lists,
  ...reports,
  ...absences,
  ...disposal,
  ...years,
} as const;
export type Messages = Readonly<Record<keyof typeof ja, string>>;
