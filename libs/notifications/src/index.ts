export { KeepNotices } from './app/keep-notices';
export type { NoticeDraft } from './app/notice';
export { NotificationsModule } from './notifications.module';
