import { getTranslations } from 'next-intl/server'
import type { MethodResult } from '@/db/schema'

/** Told apart by shape as well as colour: a ring is proposed, half is being tried, full works, a cross does not. */
export async function ResultMark({ result }: { result: MethodResult }) {
  const t = await getTranslations('methods.result')
  return (
    <svg viewBox="0 0 20 20" role="img" aria-label={t(result)} className="inline-block size-5 align-middle">
      {result === 'does_not_work' ? (
        <path d="M4 4 16 16M16 4 4 16" strokeWidth={2.5} className="stroke-bad" />
      ) : (
        <circle
          cx={10}
          cy={10}
          r={7}
          strokeWidth={2}
          className={result === 'works' ? 'fill-ok stroke-ok' : 'fill-none stroke-brand'}
        />
      )}
      {result === 'trying' && <path d="M10 3a7 7 0 0 0 0 14Z" className="fill-brand" />}
    </svg>
  )
}
