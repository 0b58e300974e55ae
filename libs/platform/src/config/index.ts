export { ConfigModule } from './config.module';
export { type DeploymentTown, type Towns, loadTowns } from './deployment-towns';
export { projectRoot } from './project-root';
export { Settings, type SettingValues, SettingsRefused, loadSettings } from './settings';
export {
  MAIN_TOWN,
  OPERATOR_FILE,
  TOWN_FILE,
  WORKER_FILE,
  environmentWith,
  isTownName,
  townEnvironment,
  townNames,
  townsFolder,
} from './town-environment';
