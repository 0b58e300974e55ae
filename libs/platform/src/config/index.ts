export { ConfigModule } from './config.module';
export { projectRoot } from './project-root';
export { Settings, type SettingValues, SettingsRefused, loadSettings } from './settings';
