import { getTranslations } from 'next-intl/server'
import { Tag, type Tone } from '@/components/ui/tag'
import type { MeetingState as State } from '@/db/schema'

const TONES: Record<State, Tone> = {
  planned: 'plain',
  announced: 'info',
  agenda_sent: 'ok',
  held: 'warn',
  closed: 'plain',
  cancelled: 'bad',
}

export async function MeetingState({ state }: { state: State }) {
  const t = await getTranslations('meetings.state')
  return <Tag tone={TONES[state]}>{t(state)}</Tag>
}
