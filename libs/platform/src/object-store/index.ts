export { copyObject } from './copy-object';
export { Custody, type Quarantined } from './custody';
export { DropBucket } from './drop-bucket';
export { DropFolder } from './drop-folder';
export { DropKind, type DroppedFile, DropPlace, DropPlaces } from './drop-place';
export {
  ObjectCorrupt,
  type ObjectErrors,
  type ObjectFault,
  ObjectMissing,
  ObjectStoreUnavailable,
  objectStoreProblems,
  SourceLengthDiffers,
} from './errors';
export { FileTreeObjectStore } from './file-tree-object-store';
export { CHUNK_BYTES, type Fingerprint } from './fingerprint';
export { contentKey, ObjectHall, type ObjectKey, parseObjectKey, quarantineKey, sha256Of } from './object-key';
export { type FaultyObject, ObjectFaults, StorePlace } from './object-faults';
export { LockedBucket, type LockedObject } from './locked-bucket';
export type { ObjectLocks, Protection } from './object-locks';
export { type ByteRange, type ObjectHead, ObjectStore, type PutOutcome } from './object-store';
export { ObjectStoreModule, objectStoreFor, secondStoreFor, witnessBucketFor } from './object-store.module';
export { type ReceivedFile, receiveFile, type ReceivingLimits } from './received-file';
export type { S3Options } from './s3-endpoints';
export { S3ObjectStore } from './s3-object-store';
export {
  type DutyExamined,
  examineStore,
  judgeStore,
  STORE_DUTIES,
  type StoreDuty,
  type StoreVerdict,
} from './examine-store';
export { StageClock } from './stage-clock';
