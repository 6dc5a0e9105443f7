import type { Bars } from './paper'

type Rect = { x: number; y: number; width: number; height: number; fill: 'solid' | 'hatch' }
/** `y` is the line the letters stand on. */
type Word = { x: number; y: number; text: string; strong: boolean }
export type DrawnBars = { width: number; height: number; rects: Rect[]; words: Word[] }

const WIDTH = 380
const BAR = 12
const GAP = 8
const LETTERS = 11
const ROOM_FOR_VALUE = 74
const SHORT = 6
const SHORT_LABEL = 48

/** Where bars and words stand, for whoever draws them: lying bars, each with its figure at its end, so that nothing hangs on a colour. */
export function layOutBars({ most, series, bars }: Bars): DrawnBars {
  const rects: Rect[] = []
  const words: Word[] = []
  const beside = bars.every(({ label }) => label.length <= SHORT)
  const left = beside ? SHORT_LABEL : 0
  const room = WIDTH - left - ROOM_FOR_VALUE
  let y = 2
  if (series.length > 1) {
    let x = 0
    for (const { label, fill } of series) {
      rects.push({ x, y, width: BAR, height: BAR, fill })
      words.push({ x: x + BAR + 5, y: y + BAR - 2, text: label, strong: false })
      x += BAR + 25 + label.length * 6
    }
    y += BAR + GAP
  }
  for (const { label, values } of bars) {
    if (!beside) y += LETTERS
    words.push({ x: 0, y: beside ? y + BAR - 2 : y, text: label, strong: true })
    if (!beside) y += 5
    for (const [at, { value, text }] of values.entries()) {
      const share = most === 0 ? 0 : (value ?? 0) / most
      const width = Math.max(1, Math.round(Math.min(1, Math.max(0, share)) * room))
      rects.push({ x: left, y, width, height: BAR, fill: series[at]?.fill ?? 'solid' })
      words.push({ x: left + width + 6, y: y + BAR - 2, text, strong: false })
      y += BAR + 2
    }
    y += GAP
  }
  return { width: WIDTH, height: y, rects, words }
}

const asMarkup = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

/** As a picture of its own, in ink on paper. */
export function barsAsSvg(
  bars: Bars,
  { ink, font }: { ink: string; font: string },
): DrawnBars & { svg: string } {
  const drawn = layOutBars(bars)
  const shapes = drawn.rects.map(
    ({ x, y, width, height, fill }) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill === 'solid' ? ink : 'url(#hatch)'}" stroke="${ink}" stroke-width="0.75"/>`,
  )
  const texts = drawn.words.map(
    ({ x, y, text, strong }) =>
      `<text x="${x}" y="${y}" font-family="${font}, sans-serif" font-size="${LETTERS}"${strong ? ' font-weight="600"' : ''}>${asMarkup(text)}</text>`,
  )
  const hatch = `<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.5" height="5" fill="${ink}"/></pattern></defs>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${drawn.width}" height="${drawn.height}" viewBox="0 0 ${drawn.width} ${drawn.height}">${hatch}${shapes.join('')}${texts.join('')}</svg>`
  return { ...drawn, svg }
}
