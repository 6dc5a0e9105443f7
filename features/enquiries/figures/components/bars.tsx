type Row = { name: string; values: (number | null)[] }

const [ROW, LABEL, WIDTH, BAR] = [40, 150, 320, 14]
const FILLS = ['fill-brand', 'fill-line-strong']

/** Lying bars, one row for each thing; the figure stands at the end of each bar, so that nothing hangs on the colour. */
export function Bars({ rows, label }: { rows: Row[]; label: string }) {
  const most = Math.max(1, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)))
  return (
    <svg
      viewBox={`0 0 ${LABEL + WIDTH + 40} ${rows.length * ROW + 4}`}
      role="img"
      aria-label={label}
      className="w-full max-w-136"
    >
      {rows.map(({ name, values }, index) => (
        <g key={name} transform={`translate(0 ${index * ROW})`}>
          <text x={0} y={ROW / 2 + 4} className="fill-ink text-sm">
            {name}
          </text>
          {values.map((value, at) => {
            const length = Math.round(((value ?? 0) / most) * WIDTH)
            const y = (ROW - values.length * (BAR + 2)) / 2 + at * (BAR + 2)
            return (
              <g key={FILLS[at]}>
                <rect x={LABEL} y={y} width={Math.max(1, length)} height={BAR} rx={3} className={FILLS[at]} />
                <text x={LABEL + length + 6} y={y + BAR - 2} className="fill-ink text-xs">
                  {value ?? '–'}
                </text>
              </g>
            )
          })}
        </g>
      ))}
    </svg>
  )
}
