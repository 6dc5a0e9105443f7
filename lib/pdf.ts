import PDFDocument from 'pdfkit'
import { layOutBars } from './bars'
import { type Block, type Paper, runsOf } from './paper'
import { drawBars } from './pdf-bars'
import { BOLD, type Element, INK, keepRoom, MARGIN, MUTED, type Pdf, REGULAR } from './pdf-looks'
import { ROOM_FOR_A_ROW, writeTable } from './pdf-table'

const SIZES = { 1: 20, 2: 14, 3: 11.5 } as const

/** Tagged, so that a screen reader reads headings, lists and tables, and declared PDF/A-2a with its letters within. */
export async function paperAsPdf({ title, language, blocks }: Paper): Promise<Uint8Array> {
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
  for (const [at, block] of blocks.entries()) write(pdf, root, block, blocks[at + 1])
  root.end()
  numberPages(pdf, title)
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

function write(pdf: Pdf, parent: Element, block: Block, next: Block | undefined): void {
  switch (block.kind) {
    case 'heading':
      pdf.y += { 1: 0, 2: 12, 3: 8 }[block.level]
      keepRoom(pdf, roomUnder(next))
      parent.add(
        pdf.struct(`H${block.level}`, {}, () => {
          pdf.font(BOLD).fontSize(SIZES[block.level]).fillColor(INK).text(block.text, MARGIN)
          pdf.y += 3
        }),
      )
      return
    case 'paragraph':
      writeParagraph(pdf, parent, block)
      return
    case 'entry':
      parent.add(
        pdf.struct('P', {}, () => {
          pdf.font(BOLD).fontSize(10).fillColor(INK)
          pdf.text(`${block.label}: `, MARGIN, undefined, { continued: true, lineGap: 2 })
          pdf.font(REGULAR).text(block.text)
          pdf.y += 3
        }),
      )
      return
    case 'list': {
      const list = pdf.struct('L')
      parent.add(list)
      for (const item of block.items) {
        const body = pdf.struct('LBody', {}, () => {
          pdf.font(REGULAR).fontSize(10).fillColor(INK)
          pdf.text(`–  ${item}`, MARGIN + 10, undefined, { lineGap: 2 })
          pdf.y += 1
        })
        list.add(pdf.struct('LI', {}, [body]))
      }
      list.end()
      return
    }
    case 'table':
      writeTable(pdf, parent, block.table)
      return
    case 'chart':
      drawBars(pdf, parent, block.chart, block.alt)
      return
  }
}

/** A heading never stands alone at the foot of a page. */
function roomUnder(next: Block | undefined): number {
  if (next?.kind === 'chart') return layOutBars(next.chart).height + 40
  return next?.kind === 'table' ? ROOM_FOR_A_ROW + 30 : 70
}

function writeParagraph(pdf: Pdf, parent: Element, { text, quiet }: Block & { kind: 'paragraph' }): void {
  const runs = runsOf(text)
  const last = runs.length - 1
  pdf.x = MARGIN
  const pieces = runs.map(({ text: words, href }, at) => {
    const writeRun = () => {
      pdf
        .font(REGULAR)
        .fontSize(quiet ? 9 : 10)
        .fillColor(quiet ? MUTED : INK)
      pdf.text(words, {
        lineGap: 2,
        continued: at < last,
        // What a run before it was is still so unless it is said.
        link: href || null,
        underline: href !== '',
      })
      if (at === last) pdf.y += 3
    }
    return href ? pdf.struct('Link', {}, writeRun) : writeRun
  })
  parent.add(pdf.struct('P', {}, pieces))
}

/** "Referat – … · 1 / 3" at the foot of every page, which a screen reader passes over. */
function numberPages(pdf: Pdf, title: string): void {
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
