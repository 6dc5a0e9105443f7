type Bar = {
  name: string
  value: number
  /** What stands at its end. */
  words: string
  /** The source says more than this: the bar has no end. */
  open?: boolean
}

const [ROW, BAR, WIDTH, ROOM] = [62, 26, 190, 165]
const TOOTH = 6

/**
 * Before and after as two lying bars: before is hatched, after is filled, so that both stand on paper in black and white.
 * Each bears its name above it and its figure at its end.
 */
export function ComparedBars({
  id,
  before,
  after,
  label,
}: {
  id: string
  before: Bar
  after: Bar
  label: string
}) {
  const most = Math.max(1, before.value, after.value)
  const rows = [before, after].map((bar, index) => ({
    ...bar,
    fill: index === 0 ? `url(#${id}-hatch)` : undefined,
    length: bar.value === 0 ? 0 : Math.max(2, Math.round((bar.value / most) * WIDTH)),
    y: index * ROW + 22,
  }))
  return (
    <svg viewBox={`0 0 ${WIDTH + ROOM} ${2 * ROW}`} role="img" aria-label={label} className="w-full max-w-90">
      <defs>
        <pattern
          id={`${id}-hatch`}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V7" strokeWidth="3" className="stroke-line-strong" />
        </pattern>
      </defs>
      {rows.map(({ name, words, open, fill, length, y }) => (
        <g key={name}>
          <text x={0} y={y - 7} className="fill-muted text-sm">
            {name}
          </text>
          {length > 0 && (
            <path
              d={open ? torn(length, y) : `M0.5 ${y}H${length}v${BAR}H0.5Z`}
              fill={fill}
              strokeWidth="1.5"
              className={fill ? 'stroke-ink' : 'fill-brand stroke-brand'}
            />
          )}
          <text x={length + (open ? 14 : 8)} y={y + BAR / 2 + 5} className="fill-ink text-sm font-semibold">
            {words}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** A bar that is torn off on the right. */
function torn(length: number, y: number): string {
  const teeth = [1, -1, 1, -1].map((side) => `l${side * TOOTH} ${BAR / 4}`).join('')
  return `M${length} ${y}H0.5v${BAR}H${length}M${length} ${y}${teeth}`
}
