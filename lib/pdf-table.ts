import type { PaperTable } from './paper'
import { BOLD, type Element, INK, keepRoom, LINE, MARGIN, MUTED, type Pdf, REGULAR } from './pdf-looks'

const CELL = { size: 9, above: 4, below: 3, beside: 6 }
const MOST_FOR_FIGURES = 0.62

/** Row by row, whole rows on a page, and the headings again on each. */
export function writeTable(pdf: Pdf, parent: Element, { columns, rows }: PaperTable): void {
  const widths = widthsOf(pdf, { columns, rows })
  const headings = columns.map(({ heading }) => ({ text: heading, href: undefined }))
  const table = pdf.struct('Table')
  parent.add(table)
  const heightOf = (cells: { text: string }[], font: string) => {
    pdf.font(font).fontSize(CELL.size)
    const tallest = cells.map(({ text }, at) => pdf.heightOfString(text || ' ', { width: inner(widths, at) }))
    return Math.max(...tallest) + CELL.above + CELL.below
  }
  const writeCell = (at: number, text: string, y: number, font: string, href?: string) => {
    pdf.font(font).fontSize(CELL.size)
    pdf.fillColor(font === BOLD ? MUTED : INK)
    pdf.text(text, leftOf(widths, at), y + CELL.above, {
      width: inner(widths, at),
      align: columns[at]?.numeric ? 'right' : 'left',
      link: href ?? null,
      underline: href !== undefined,
    })
  }
  const headingHeight = heightOf(headings, BOLD)
  const writeRow = (cells: { text: string; href?: string }[], isHeading: boolean) => {
    const font = isHeading ? BOLD : REGULAR
    const height = isHeading ? headingHeight : heightOf(cells, font)
    const y = pdf.y
    const row = pdf.struct('TR')
    table.add(row)
    for (const [at, { text, href }] of cells.entries()) {
      const fill = () => writeCell(at, text, y, font, href)
      const content = href ? [pdf.struct('Link', {}, fill)] : fill
      row.add(
        isHeading || at === 0
          ? pdf.struct('TH', { scope: isHeading ? 'Column' : 'Row' } as object, content as () => void)
          : pdf.struct('TD', {}, content as () => void),
      )
    }
    row.end()
    underline(pdf, y + height)
  }
  keepRoom(pdf, headingHeight + 50)
  writeRow(headings, true)
  for (const cells of rows) {
    if (pdf.y + heightOf(cells, REGULAR) > pdf.page.height - MARGIN - 10) {
      pdf.addPage()
      pdf.markContent('Artifact', { type: 'Pagination' })
      const y = pdf.y
      for (const [at, { text }] of headings.entries()) writeCell(at, text, y, BOLD)
      pdf.endMarkedContent()
      underline(pdf, y + headingHeight)
    }
    writeRow(cells, false)
  }
  table.end()
  pdf.x = MARGIN
  pdf.y += 8
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
function widthsOf(pdf: Pdf, { columns, rows }: PaperTable): number[] {
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
