import type { components, paths } from './schema';

type Schemas = components['schemas'];

/** Names the screens use for the API's types; their source is the committed OpenAPI document. */
export type ActRequest = Schemas['ActRequest'];
export type Approval = Schemas['Approval'];
export type Attachment = Schemas['AttachmentView'];
export type BulkItem = Schemas['BulkItemInput'];
export type BulkPreview = Schemas['BulkPreview'];
export type BulkResult = Schemas['BulkResult'];
export type Coverage = Schemas['Coverage'];
export type CoverageGap = Schemas['CoverageGap'];
export type DelegationChoices = Schemas['DelegationChoices'];
export type DelegationRule = Schemas['DelegationRuleView'];
export type DelegationRuleInput = Schemas['DelegationRuleInput'];
export type DelegationTable = Schemas['DelegationTableView'];
export type DelegationTableSummary = Schemas['DelegationTableSummary'];
export type DelegationTrial = Schemas['DelegationTrial'];
export type Say = Schemas['SayView'];
export type TableFault = Schemas['TableFaultView'];
export type TriedMatter = Schemas['TriedMatter'];
export type Document = Schemas['DocumentView'];
export type DocumentAttributes = Schemas['AttributesView'];
export type DocumentListItem = Schemas['DocumentListItem'];
export type DocumentState = Document['state'];
export type Confidentiality = DocumentAttributes['confidentiality'];
export type DisclosureClass = DocumentAttributes['disclosureClass'];
export type Facet = Schemas['FacetView'];
export type Filing = Schemas['FilingView'];
export type FilingClass = Schemas['FilingClassView'];
export type FormDefinition = Schemas['FormDefinition'];
export type HistoryEntry = Schemas['HistoryEntry'];
export type InboxCounts = Schemas['InboxCounts'];
export type InboxItem = Schemas['InboxItem'];
export type InboxPage = Schemas['InboxPage'];
export type MatterType = Schemas['MatterTypeView'];
export type Me = Schemas['Me'];
export type Notification = Schemas['NotificationView'];
export type RecordFile = Schemas['RecordFileView'];
export type RevisionChanges = Schemas['RevisionChanges'];
export type RevisionSummary = Schemas['RevisionSummary'];
export type RoutePreview = Schemas['RoutePreview'];
export type RouteSeat = Schemas['RouteSeat'];
export type RouteStep = Schemas['RouteStep'];
export type StepKind = RouteStep['kind'];
export type Outcome = Schemas['SeatActView']['outcome'];
export type SearchHit = Schemas['SearchHitView'];
export type SearchResult = Schemas['SearchResultView'];
export type SignInPage = Schemas['SignInPage'];
export type Upload = Schemas['UploadView'];

/** What a draft is changed by; what is left out stays as it is. */
export type DraftBody = Schemas['EditDocumentRequest'];
type SearchQuery = NonNullable<paths['/api/v1/search']['get']['parameters']['query']>;
export type SearchConditions = Omit<SearchQuery, 'cursor' | 'limit'>;
