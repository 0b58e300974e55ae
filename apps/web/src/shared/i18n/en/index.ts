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
import type { Messages } from '../ja';

export const en: Messages = {
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
};
