import { Module } from '@nestjs/common';
import { OrganisationModule } from '@fubako/organisation';
import { CollectEmergencyNews } from './app/collect-emergency-news';
import { CollectNews } from './app/collect-news';
import { CollectReadingNews } from './app/collect-reading-news';
import { CollectStoreNews } from './app/collect-store-news';
import { KeepNotices } from './app/keep-notices';
import { MarkNoticesRead } from './app/mark-notices-read';
import { ReadNotices } from './app/read-notices';
import { NoticeRows } from './data/notice-rows';
import { NotificationsController } from './http/notifications.controller';
import { ForgetOldNotices } from './jobs/forget-old-notices';

@Module({
  imports: [OrganisationModule],
  controllers: [NotificationsController],
  providers: [
    CollectEmergencyNews,
    CollectNews,
    CollectReadingNews,
    CollectStoreNews,
    ForgetOldNotices,
    KeepNotices,
    MarkNoticesRead,
    NoticeRows,
    ReadNotices,
  ],
  exports: [KeepNotices],
})
export class NotificationsModule {}
