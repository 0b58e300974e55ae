export { IndexDocument } from './app/index-document';
export { Reindex, type ReindexOrder, type ReindexProgress } from './app/reindex';
export { SearchArchive, type SearchRequest } from './app/search-archive';
export type { Facet, Facets, SearchHit, SearchResult, Snippet } from './app/search-result';
export { searchProblems } from './errors';
export { TellMatches } from './app/tell-matches';
export { Exports } from './app/exports';
export { MakeExport } from './app/make-export';
export { SearchModule } from './search.module';
