import { getTranslations } from 'next-intl/server'
import { Tag, type Tone } from '@/components/ui/tag'
import type { ProposalState as State } from '@/db/schema'

const TONES: Partial<Record<State, Tone>> = { asked_for_more: 'warn', on_agenda: 'ok', suggested: 'info' }

export async function ProposalState({ state, late }: { state: State; late: boolean }) {
  const t = await getTranslations('proposals')
  return (
    <span className="flex flex-wrap gap-2">
      <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>
      {late && <Tag tone="warn">{t('late')}</Tag>}
    </span>
  )
}
