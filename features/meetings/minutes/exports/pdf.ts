import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import type { Block, MinutesDocument } from './document'

// The static .woff files: of the woff2 ones pdfkit drops letters.
const FONTS = join(process.cwd(), 'node_modules/@fontsource/ibm-plex-sans/files')
const REGULAR = join(FONTS, 'ibm-plex-sans-latin-400-normal.woff')
const BOLD = join(FONTS, 'ibm-plex-sans-latin-600-normal.woff')

const INK = '#1d2327'
const MUTED = '#565f65'
const SIZES = { 1: 20, 2: 14, 3: 11.5 } as const
const MARGIN = 57

/** Tagged, so that a screen reader reads headings and lists, and declared PDF/A-2a with its letters within. */
export async function minutesAsPdf({ title, language, blocks }: MinutesDocument): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + 10 },
    font: REGULAR,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    info: { Title: title },
  })
  const parts: Uint8Array[] = []
  pdf.on('data', (part: Uint8Array) => parts.push(part))
  const ended = new Promise((done) => pdf.once('end', done))

  const root = pdf.struct('Document')
  pdf.addStructure(root)
  for (const block of blocks) root.add(structureOf(pdf, block))
  root.end()
  numberPages(pdf, title)
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

function structureOf(pdf: PDFKit.PDFDocument, block: Block): PDFKit.PDFStructureElement {
  switch (block.kind) {
    case 'heading':
      return pdf.struct(`H${block.level}`, {}, () => {
        const above = { 1: 0, 2: 12, 3: 8 }[block.level]
        pdf.y += above
        // A heading never stands alone at the foot of a page.
        if (pdf.y > pdf.page.height - MARGIN - 70) pdf.addPage()
        pdf.font(BOLD).fontSize(SIZES[block.level]).fillColor(INK).text(block.text, MARGIN)
        pdf.y += 3
      })
    case 'paragraph':
      return pdf.struct('P', {}, () => {
        pdf
          .font(REGULAR)
          .fontSize(block.quiet ? 9 : 10)
          .fillColor(block.quiet ? MUTED : INK)
        pdf.text(block.text, MARGIN, undefined, { lineGap: 2 })
        pdf.y += 3
      })
    case 'entry':
      return pdf.struct('P', {}, () => {
        pdf.font(BOLD).fontSize(10).fillColor(INK)
        pdf.text(`${block.label}: `, MARGIN, undefined, { continued: true, lineGap: 2 })
        pdf.font(REGULAR).text(block.text)
        pdf.y += 3
      })
    case 'list': {
      const list = pdf.struct('L')
      for (const item of block.items) {
        const body = pdf.struct('LBody', {}, () => {
          pdf.font(REGULAR).fontSize(10).fillColor(INK)
          pdf.text(`–  ${item}`, MARGIN + 10, undefined, { lineGap: 2 })
          pdf.y += 1
        })
        list.add(pdf.struct('LI', {}, [body]))
      }
      list.end()
      return list
    }
  }
}

/** "Referat – … · 1 / 3" at the foot of every page, which a screen reader passes over. */
function numberPages(pdf: PDFKit.PDFDocument, title: string): void {
  const { count } = pdf.bufferedPageRange()
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(index)
    const { height, width, margins } = pdf.page
    margins.bottom = 0
    pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
    pdf.font(REGULAR).fontSize(8).fillColor(MUTED)
    pdf.text(`${title} · ${index + 1} / ${count}`, MARGIN, height - 40, {
      width: width - 2 * MARGIN,
      lineBreak: false,
    })
    pdf.endMarkedContent()
  }
}
