import { join } from 'node:path'

// The static .woff files: of the woff2 ones pdfkit drops letters.
const FONTS = join(process.cwd(), 'node_modules/@fontsource/ibm-plex-sans/files')
export const REGULAR = join(FONTS, 'ibm-plex-sans-latin-400-normal.woff')
export const BOLD = join(FONTS, 'ibm-plex-sans-latin-600-normal.woff')

export const INK = '#1d2327'
export const MUTED = '#565f65'
export const LINE = '#c9c5bb'
export const MARGIN = 57

export type Pdf = PDFKit.PDFDocument
export type Element = PDFKit.PDFStructureElement

/** A new page when less than this is left of the one. */
export function keepRoom(pdf: Pdf, height: number): void {
  if (pdf.y > pdf.page.height - MARGIN - height) pdf.addPage()
}
