export { Objects, type OpenObject } from './app/objects';
export { PageTexts } from './app/page-texts';
export { type RenditionStatus, Renditions } from './app/renditions';
export { type IncomingFile, ReceiveUpload } from './app/receive-upload';
export { type TakenUpload, Uploads } from './app/uploads';
export { type DamagedObject, type ObjectsReport, VerifyObjects } from './app/verify-objects';
export type { PageText } from './data/text-rows';
export { scansProblems } from './errors';
export { ScansModule } from './scans.module';
