import { getTranslations } from 'next-intl/server'
import { HILL } from '../rules'

const [WIDTH, HEIGHT] = [120, 36]
const at = (step: number) => {
  const x = ((step - 0.5) / HILL.length) * WIDTH
  return { x, y: HEIGHT - 6 - Math.sin((x / WIDTH) * Math.PI) * (HEIGHT - 14) }
}
const LINE = Array.from({ length: 41 }, (_, index) => at((index / 40) * HILL.length + 0.5))
  .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
  .join(' ')

/** Up the hill one finds out how, down the other side one does it: a drawing, and the same in words. */
export async function Hill({ step }: { step: number }) {
  const t = await getTranslations('initiatives.hill')
  const { x, y } = at(step)
  return (
    <span className="inline-flex items-center gap-3">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" className="h-9 w-30 flex-none">
        <path d={LINE} fill="none" strokeWidth={2} className="stroke-line-strong" />
        <circle cx={x} cy={y} r={5} className="fill-brand" />
      </svg>
      {t(`step.${step as (typeof HILL)[number]}`)}
    </span>
  )
}
