import { getTranslations } from 'next-intl/server'
import { Tag, type Tone } from '@/components/ui/tag'
import type { PersonState as State } from '../rules'

const TONES: Record<State, Tone> = { active: 'ok', never: 'plain', deactivated: 'warn' }

export async function PersonState({ state }: { state: State }) {
  const t = await getTranslations('people.state')
  return <Tag tone={TONES[state]}>{t(state)}</Tag>
}
