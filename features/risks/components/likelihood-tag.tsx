import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import type { Risk } from '../queries'

const TONES = { low: 'plain', medium: 'warn', high: 'bad' } as const

/** The likelier, the louder. */
export async function LikelihoodTag({ of }: { of: Risk['likelihood'] }) {
  const t = await getTranslations('risks.likelihood')
  return <Tag tone={TONES[of]}>{t(of)}</Tag>
}
