import { getTranslations } from 'next-intl/server'
import { DescriptionList } from '@/components/ui/description-list'
import { groupParticipants, type Participant } from '../edition'

export async function ParticipantList({ participants }: { participants: Participant[] }) {
  const t = await getTranslations('minutes.participant')
  const groups = groupParticipants(participants, t)
  return (
    <DescriptionList
      items={groups.map(({ group, names }) => ({ term: t(group), description: names.join(' · ') }))}
    />
  )
}
