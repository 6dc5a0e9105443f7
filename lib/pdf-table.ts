import type { PaperCell, PaperTable } from './paper'
import { BOLD, type Element, INK, keepRoom, LINE, MARGIN, MUTED, type Pdf, REGULAR } from './pdf-looks'

const CELL = { size: 9, above: 4, below: 3, beside: 6 }
const MOST_FOR_FIGURES = 0.62
/** Headings and the first row. */
export const ROOM_FOR_A_ROW = 75

type Look = 'heading' | 'row' | 'total'

const FONTS: Record<Look, string> = { heading: BOLD, row: REGULAR, total: BOLD }

/** Row by row, whole rows on a page, and the headings again on each. */
export function writeTable(pdf: Pdf, parent: Element, { columns, rows, hasTotal }: PaperTable): void {
  const widths = widthsOf(pdf, columns, rows)
  const headings: PaperCell[] = columns.map(({ heading }) => ({ text: heading }))
  const table = pdf.struct('Table')
  parent.add(table)

  const heightOf = (cells: PaperCell[], look: Look) => {
    pdf.font(FONTS[look]).fontSize(CELL.size)
    const each = cells.map(({ text }, at) => pdf.heightOfString(text || ' ', { width: inner(widths, at) }))
    return Math.max(...each) + CELL.above + CELL.below
  }
  const writeCell = (at: number, { text, href }: PaperCell, y: number, look: Look) => {
    pdf.font(FONTS[look]).fontSize(CELL.size)
    pdf.fillColor(look === 'heading' ? MUTED : INK)
    pdf.text(text, leftOf(widths, at), y + CELL.above, {
      width: inner(widths, at),
      align: columns[at]?.numeric ? 'right' : 'left',
      link: href ?? null,
      underline: href !== undefined,
    })
  }
  const writeRow = (cells: PaperCell[], look: Look) => {
    const [y, height] = [pdf.y, heightOf(cells, look)]
    const row = pdf.struct('TR')
    table.add(row)
    for (const [at, cell] of cells.entries()) {
      const fill = () => writeCell(at, cell, y, look)
      row.add(
        cellOf(
          pdf,
          look === 'heading' ? 'Column' : at === 0 ? 'Row' : null,
          cell.href ? [pdf.struct('Link', {}, fill)] : [fill],
        ),
      )
    }
    row.end()
    underline(pdf, y + height)
  }
  const repeatHeadings = () => {
    pdf.addPage()
    const [y, height] = [pdf.y, heightOf(headings, 'heading')]
    pdf.markContent('Artifact', { type: 'Pagination' })
    for (const [at, cell] of headings.entries()) writeCell(at, cell, y, 'heading')
    pdf.endMarkedContent()
    underline(pdf, y + height)
  }

  keepRoom(pdf, ROOM_FOR_A_ROW)
  writeRow(headings, 'heading')
  for (const [at, cells] of rows.entries()) {
    const look = hasTotal && at === rows.length - 1 ? 'total' : 'row'
    if (pdf.y + heightOf(cells, look) > pdf.page.height - MARGIN - 10) repeatHeadings()
    writeRow(cells, look)
  }
  table.end()
  pdf.x = MARGIN
  pdf.y += 8
}

/** What heads a row or a column says so. */
function cellOf(pdf: Pdf, scope: 'Column' | 'Row' | null, content: (Element | (() => void))[]): Element {
  // The types of the library do not know of the scope yet.
  return scope ? pdf.struct('TH', { scope } as object, content) : pdf.struct('TD', {}, content)
}

function underline(pdf: Pdf, y: number): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .moveTo(MARGIN, y)
    .lineTo(pdf.page.width - MARGIN, y)
    .lineWidth(0.5)
    .strokeColor(LINE)
    .stroke()
  pdf.endMarkedContent()
  pdf.y = y
}

const leftOf = (widths: number[], at: number) =>
  MARGIN + widths.slice(0, at).reduce((all, width) => all + width, 0)
const inner = (widths: number[], at: number) => (widths[at] ?? 0) - CELL.beside

/** Figures get what their longest word needs, the names of the rows the rest. */
function widthsOf(pdf: Pdf, columns: PaperTable['columns'], rows: PaperTable['rows']): number[] {
  const whole = pdf.page.width - 2 * MARGIN
  pdf.font(BOLD).fontSize(CELL.size)
  const wordy = (text: string) => Math.max(...text.split(' ').map((word) => pdf.widthOfString(word)))
  const needed = columns
    .slice(1)
    .map(({ heading }, at) =>
      Math.max(wordy(heading), ...rows.map((row) => pdf.widthOfString(row[at + 1]?.text ?? '')), 40),
    )
    .map((width) => width + CELL.beside + 6)
  const together = needed.reduce((all, width) => all + width, 0)
  const shrink = Math.min(1, (whole * MOST_FOR_FIGURES) / together)
  const figures = needed.map((width) => width * shrink)
  return [whole - figures.reduce((all, width) => all + width, 0), ...figures]
}
