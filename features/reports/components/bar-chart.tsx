import { layOutBars } from '@/lib/bars'
import { chartInWords } from '../exports/paper'
import type { Chart } from '../model'

const FILLS = { solid: 'fill-brand print:fill-black', hatch: '' } as const

/** Drawn as in the files: told apart by hatching and words, so that it prints in black and white. */
export function BarChart({ chart, id }: { chart: Chart; id: string }) {
  const { width, height, rects, words } = layOutBars(chart)
  return (
    <figure className="my-4 break-inside-avoid">
      <figcaption className="mb-2 text-sm font-semibold">{chart.title}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={chartInWords(chart)}
        className="w-full max-w-[500px] print:max-w-[420px]"
      >
        <defs>
          <pattern
            id={`hatch-${id}`}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="1.5" height="5" className="fill-brand print:fill-black" />
          </pattern>
        </defs>
        {rects.map(({ fill, ...rect }) => (
          <rect
            key={`${rect.x} ${rect.y}`}
            {...rect}
            className={`${FILLS[fill]} stroke-brand print:stroke-black`}
            fill={fill === 'hatch' ? `url(#hatch-${id})` : undefined}
          />
        ))}
        {words.map(({ x, y, text, strong }) => (
          <text
            key={`${x} ${y}`}
            x={x}
            y={y}
            className={`fill-ink text-[11px] ${strong ? 'font-semibold' : ''}`}
          >
            {text}
          </text>
        ))}
      </svg>
    </figure>
  )
}
