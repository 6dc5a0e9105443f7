import { getTranslations } from 'next-intl/server'
import { DescriptionList } from '@/components/ui/description-list'
import type { Participant } from '../edition'

const GROUPS = ['present', 'deputy', 'apology', 'absent', 'unset'] as const

/** Who came, who sent a deputy, who sent an apology. When and why is not told (R9). */
export async function ParticipantList({ participants }: { participants: Participant[] }) {
  const t = await getTranslations('minutes.participant')
  const named = ({ name, title, organisation, deputyName }: Participant) => {
    const who = [name, title].filter(Boolean).join(', ')
    return deputyName
      ? t('deputyFor', { deputy: deputyName, name, organisation })
      : `${who} (${organisation})`
  }
  const items = GROUPS.flatMap((group) => {
    const people = participants.filter(({ status }) => (status ?? 'unset') === group)
    return people.length > 0 ? [{ term: t(group), description: people.map(named).join(' · ') }] : []
  })
  return <DescriptionList items={items} />
}
