export { CloseDocument, type CloseCommand } from './app/close-document';
export { ListFilingClasses } from './app/filing-plan';
export { ListRecordFiles, type RecordFilesQuery } from './app/list-record-files';
export { ReadFiling } from './app/read-filing';
export { recordsProblems } from './errors';
export { RecordsSections } from './package/records-sections';
export { RecordsModule } from './records.module';
