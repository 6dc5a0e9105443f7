import { layOutBars } from './bars'
import type { Bars } from './paper'
import { BOLD, type Element, INK, keepRoom, MARGIN, type Pdf, REGULAR } from './pdf-looks'

const LETTERS = 9

/** In ink alone, so that it prints in black and white; `alt` is what a screen reader says of it. */
export function drawBars(pdf: Pdf, parent: Element, chart: Bars, alt: string): void {
  const { width, height, rects, words } = layOutBars(chart)
  keepRoom(pdf, height + 10)
  const top = pdf.y
  // A figure says where on the page it is; the types do not know of it yet.
  const placed = { alt, bbox: [MARGIN, top, MARGIN + width, top + height] } as { alt: string }
  parent.add(
    pdf.struct('Figure', placed, () => {
      for (const rect of rects) {
        const [x, y] = [MARGIN + rect.x, top + rect.y]
        if (rect.fill === 'solid') pdf.rect(x, y, rect.width, rect.height).fill(INK)
        else hatch(pdf, x, y, rect.width, rect.height)
      }
      for (const { x, y, text, strong } of words) {
        pdf
          .font(strong ? BOLD : REGULAR)
          .fontSize(LETTERS)
          .fillColor(INK)
        pdf.text(text, MARGIN + x, top + y, { lineBreak: false, baseline: 'alphabetic' })
      }
    }),
  )
  pdf.x = MARGIN
  pdf.y = top + height + 4
}

function hatch(pdf: Pdf, x: number, y: number, width: number, height: number): void {
  pdf.save().rect(x, y, width, height).clip()
  for (let at = x - height; at < x + width; at += 4) pdf.moveTo(at, y + height).lineTo(at + height, y)
  pdf.lineWidth(1).strokeColor(INK).stroke().restore()
  pdf.rect(x, y, width, height).lineWidth(0.75).strokeColor(INK).stroke()
}
