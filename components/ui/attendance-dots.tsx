export type Dot = 'present' | 'deputy' | 'apology' | 'absent' | 'none'

const STEP = 12

/** The last meetings as dots, oldest first; `label` says the same in words, unless words stand beside them. */
export function AttendanceDots({ values, label }: { values: Dot[]; label?: string }) {
  const width = values.length * STEP
  return (
    <svg
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
      width={width}
      height={STEP}
      viewBox={`0 0 ${width} ${STEP}`}
      className="inline-block align-middle"
    >
      {values.map((value, index) => (
        // The place in the row is what a dot is.
        <DotShape key={`${index}-${value}`} value={value} x={index * STEP + STEP / 2} />
      ))}
    </svg>
  )
}

function DotShape({ value, x }: { value: Dot; x: number }) {
  if (value === 'present') return <circle cx={x} cy={STEP / 2} r="4.5" className="fill-brand" />
  if (value === 'deputy')
    return (
      <>
        <circle cx={x} cy={STEP / 2} r="3.75" strokeWidth="1.5" className="fill-none stroke-brand" />
        <path d={`M${x} ${STEP / 2 - 4}a4 4 0 0 0 0 8Z`} className="fill-brand" />
      </>
    )
  if (value === 'apology')
    return <circle cx={x} cy={STEP / 2} r="3.75" strokeWidth="1.5" className="fill-none stroke-brand" />
  if (value === 'absent')
    return <rect x={x - 4.5} y={STEP / 2 - 1} width="9" height="2" className="fill-line-strong" />
  return null
}
