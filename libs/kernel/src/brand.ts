import { v7 } from 'uuid';

/** A string that carries what it identifies, so that one id cannot stand where another is meant. */
export type Brand<T extends string> = string & { readonly __brand: T };

export type DocumentId = Brand<'DocumentId'>;
export type AttachmentId = Brand<'AttachmentId'>;
export type SeatId = Brand<'SeatId'>;
/** 職員番号 */
export type StaffNo = Brand<'StaffNo'>;
/** 職のコード */
export type PostCode = Brand<'PostCode'>;
/** 組織のコード */
export type UnitCode = Brand<'UnitCode'>;
/** Lower-case hexadecimal SHA-256, 64 characters. */
export type Sha256Hex = Brand<'Sha256Hex'>;

/** A new time-ordered UUID (version 7): index-friendly, no coordination. */
export function newId<T extends string>(): T {
  return v7() as T;
}
