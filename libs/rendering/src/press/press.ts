import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { Injectable } from '@nestjs/common';
import type { Mark } from '../core/marks';
import { PAPER } from '../core/paper';
import { DocumentFonts } from './document-fonts';
import { GlyphFinder } from './glyph-finder';
import { pageContent } from './page-content';

/** Properties of the file. */
export interface PrintProperties {
  readonly title: string;
  readonly author: string;
  readonly subject?: string;
  readonly createdAt: Date;
  /** A4 portrait when left out. */
  readonly paper?: { readonly width: number; readonly height: number };
}

/** Prints pages of marks as a PDF. The same marks, properties and fonts give the same bytes (SPEC REND-50). */
@Injectable()
export class Press {
  constructor(private readonly finder: GlyphFinder) {}

  async print(pages: readonly (readonly Mark[])[], properties: PrintProperties): Promise<Uint8Array> {
    const document = await PDFDocument.create({ updateMetadata: false });
    describe(document, properties);
    const used = new DocumentFonts(document.context);
    for (const marks of pages) {
      const content = pageContent(marks, { finder: this.finder, used });
      addPage(document, { content, paper: properties.paper ?? PAPER }, used);
    }
    used.embed();
    return document.save({ addDefaultPage: false });
  }
}

interface Sheet {
  readonly content: string;
  readonly paper: { readonly width: number; readonly height: number };
}

/** Every page names all fonts met so far: harmless, and it needs no book-keeping per page. */
function addPage(document: PDFDocument, { content, paper }: Sheet, fonts: DocumentFonts): void {
  const page = document.addPage([paper.width, paper.height]);
  // Marks were counted from the top of a portrait page: on another paper everything moves by the difference.
  const placed = paper.height === PAPER.height ? content : `1 0 0 1 0 ${paper.height - PAPER.height} cm\n${content}`;
  page.node.addContentStream(document.context.register(document.context.flateStream(placed)));
  for (const font of fonts.all) page.node.setFontDictionary(PDFName.of(font.resource), font.ref);
}

function describe(document: PDFDocument, { title, author, subject, createdAt }: PrintProperties): void {
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setAuthor(author);
  if (subject !== undefined) document.setSubject(subject);
  document.setLanguage('ja-JP');
  document.setProducer('Fubako');
  document.setCreator('Fubako');
  document.setCreationDate(createdAt);
  document.setModificationDate(createdAt);
}
