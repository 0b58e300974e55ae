import type * as C from './contract';
import type * as A from './contract-approvals';
import type { Problem } from './problem';

interface Shape {
  path?: Record<string, string>;
  query?: object;
  body?: unknown;
}
type Params<S extends Shape> = {
  query?: S extends { query: infer Q } ? Q : never;
  header?: never;
  path: S extends { path: infer P } ? P : undefined;
  cookie?: never;
};
interface Operation<Answer, S extends Shape> {
  parameters: S extends { path: object } ? Params<S> : Omit<Params<S>, 'path'> & { path?: never };
  requestBody: S extends { body: infer B } ? { content: { 'application/json': B } } : undefined;
  responses: {
    200: { content: { 'application/json': Answer } };
    default: { content: { 'application/problem+json': Problem } };
  };
}
type Op<Answer, S extends Shape = object> = S extends { body: unknown }
  ? Operation<Answer, S>
  : Omit<Operation<Answer, S>, 'requestBody'>;
type Id = { path: { id: string } };
type Attached = { path: { id: string; attachmentId: string } };
interface Paging {
  cursor?: string;
  limit?: number;
}
export interface DraftBody {
  fields?: Record<string, unknown>;
  attributes?: Partial<C.DocumentAttributes>;
}

/** The contract in the shape openapi-typescript generates, so that the generated file can take its place. */
export interface paths {
  '/api/v1/sign-in': { get: Op<C.SignInPage> };
  '/api/v1/session': {
    get: Op<C.Me>;
    post: Op<C.Me, { body: { login: string; password: string } }>;
    delete: Op<undefined>;
  };
  '/api/v1/matter-types': { get: Op<{ items: C.MatterType[] }> };
  '/api/v1/matter-types/{code}': {
    get: Op<C.MatterType & { form: C.FormDefinition }, { path: { code: string } }>;
  };
  '/api/v1/filing-classes': { get: Op<{ items: C.FilingClass[] }> };
  '/api/v1/documents': {
    get: Op<C.Page<C.DocumentListItem>, { query: Paging & { view?: 'mine' | 'unit'; state?: string; q?: string } }>;
    post: Op<C.Document, { body: DraftBody & { matterType: string } }>;
  };
  '/api/v1/documents/{id}': {
    get: Op<C.Document, Id>;
    patch: Op<C.Document, Id & { body: DraftBody }>;
  };
  '/api/v1/documents/{id}/attachments': {
    post: Op<C.Attachment, Id & { body: { uploadId: string; label?: string } }>;
  };
  '/api/v1/documents/{id}/attachments/{attachmentId}': { delete: Op<undefined, Attached> };
  '/api/v1/documents/{id}/attachments/order': {
    put: Op<{ items: C.Attachment[] }, Id & { body: { ids: string[] } }>;
  };
  '/api/v1/documents/{id}/revisions': { get: Op<{ items: C.RevisionSummary[] }, Id> };
  '/api/v1/documents/{id}/changes': {
    get: Op<C.RevisionChanges, Id & { query: { from: number; to: number } }>;
  };
  '/api/v1/documents/{id}/submissions': {
    post: Op<A.Approval, Id & { body: { expectedVersion: number; note?: string } }>;
  };
  '/api/v1/documents/{id}/acts': { post: Op<A.Approval, Id & { body: A.ActRequest }> };
  '/api/v1/documents/{id}/approval': { get: Op<A.Approval, Id> };
  '/api/v1/documents/{id}/read-marks': { post: Op<undefined, Id & { body: { attachmentIds: string[] } }> };
  '/api/v1/documents/{id}/filing': { get: Op<C.Filing, Id> };
  '/api/v1/documents/{id}/closure': { post: Op<C.Filing, Id & { body: Record<string, never> }> };
  '/api/v1/upload-policy': { get: Op<{ maxBytes: number; extensions: string[] }> };
  '/api/v1/route-previews': {
    post: Op<A.RoutePreview, { body: { matterType: string; fields: object; attributes: object } }>;
  };
  '/api/v1/inbox': { get: Op<C.Page<A.InboxItem>, { query: Paging & { view?: string } }> };
  '/api/v1/inbox/counts': { get: Op<A.InboxCounts> };
  '/api/v1/bulk-approvals/preview': { post: Op<A.BulkPreview, { body: { items: A.BulkItem[] } }> };
  '/api/v1/bulk-approvals': { post: Op<A.BulkResult, { body: { items: A.BulkItem[]; comment?: string } }> };
  '/api/v1/record-files': {
    get: Op<C.Page<C.RecordFile>, { query: Paging & { fiscalYear?: number; unit?: string } }>;
  };
  '/api/v1/search': { get: Op<C.SearchResult, { query: Paging & C.SearchConditions }> };
  '/api/v1/notifications': { get: Op<C.Page<C.Notification> & { unread: number }, { query: { cursor?: string } }> };
  '/api/v1/notifications/read': { post: Op<undefined, { body: { ids: string[] | 'all' } }> };
}
