import { absences } from './absences';
import { access } from './access';
import { accounts } from './accounts';
import { acts } from './acts';
import { archive } from './archive';
import { commands } from './commands';
import { definitions } from './definitions';
import { delegation } from './delegation';
import { disposal } from './disposal';
import { document } from './document';
import { drafting } from './drafting';
import { emergencies } from './emergencies';
import { execution } from './execution';
import { filingPlan } from './filing-plan';
import { files } from './files';
import { help } from './help';
import { holds } from './holds';
import { inbox } from './inbox';
import { intake } from './intake';
import { keeping } from './keeping';
import { lists } from './lists';
import { organisation } from './organisation';
import { past } from './past';
import { readings } from './readings';
import { records } from './records';
import { reports } from './reports';
import { scans } from './scans';
import { sending } from './sending';
import { settingValues } from './setting-values';
import { settings } from './settings';
import { sheets } from './sheets';
import { shell } from './shell';
import { signIn } from './sign-in';
import { store } from './store';
import { years } from './years';
import type { Messages } from '../ja';

export const en: Messages = {
  ...shell,
  ...settings,
  ...settingValues,
  ...sheets,
  ...commands,
  ...signIn,
  ...access,
  ...accounts,
  ...inbox,
  ...acts,
  ...execution,
  ...document,
  ...drafting,
  ...files,
  ...archive,
  ...definitions,
  ...delegation,
  ...intake,
  ...lists,
  ...reports,
  ...absences,
  ...disposal,
  ...years,
  ...organisation,
  ...past,
  ...readings,
  ...emergencies,
  ...records,
  ...keeping,
  ...holds,
  ...help,
  ...filingPlan,
  ...store,
  ...scans,
  ...sending,
};
