import { walkXml } from './xml-walk';

/** Which elements of a kind of document hold text, and how its lines end. Names without prefix. */
export interface Flow {
  readonly words: ReadonlySet<string>;
  /** A new page of text begins with each of these, once the first has ended. */
  readonly page?: string;
}

/** Ends of paragraphs; a line break stands where it is. */
const LINE_ENDS = new Set(['p', 'h', 'br', 'cr', 'line-break']);
const TABS = new Set(['tab', 'tc', 'table-cell']);
/** Readings beside characters, what was struck out, tab stops, and the second form of what was said already. */
const HIDDEN = new Set(['rt', 'ruby-text', 'delText', 'tracked-changes', 'pPr', 'Fallback', 'instrText']);

/** Words in WordprocessingML and DrawingML. */
export const OOXML_FLOW: Flow = { words: new Set(['t']) };
/** Words in OpenDocument. */
export const ODF_FLOW: Flow = { words: new Set(['p', 'h']) };

/** The text of a flowing document, page by page where it has pages of its own; else one. */
export function flowingText(xml: string, flow: Flow): string[] {
  const pages: string[] = [];
  let text = '';
  let inWords = 0;
  let hidden = 0;
  walkXml(xml, {
    open(name) {
      if (HIDDEN.has(name)) hidden += 1;
      if (flow.words.has(name)) inWords += 1;
      if (name === 's' && inWords > 0) text += ' ';
    },
    close(name) {
      if (flow.words.has(name)) inWords -= 1;
      if (HIDDEN.has(name)) hidden -= 1;
      if (hidden > 0) return;
      if (LINE_ENDS.has(name)) text += '\n';
      if (TABS.has(name)) text = `${text.replace(/\n$/u, '')}\t`;
      if (name === 'tr' || name === 'table-row') text += '\n';
      if (name !== flow.page) return;
      pages.push(text);
      text = '';
    },
    text(words) {
      if (inWords > 0 && hidden === 0)
        text += words.replaceAll(/\s+/gu, (blank) => (blank.includes('\u3000') ? blank : ' '));
    },
  });
  return flow.page === undefined || text.trim() !== '' ? [...pages, text] : pages;
}
