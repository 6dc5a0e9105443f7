import { getTranslations } from 'next-intl/server'
import type { Visibility } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { decisionLabel } from '../rules'

type Named = { number: number | null; visibility: Visibility; decidedOn: PlainDate }

/** "Beslutning 31/2026"; until its minutes are sent it has no number. */
export async function decisionName({ number, ...decision }: Named): Promise<string> {
  const t = await getTranslations('forums.decisions')
  return number === null ? t('unsent') : t('number', { number: decisionLabel({ number, ...decision }) })
}
