import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { formatDate, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { listMentions } from '../mentions/queries'

type Props = { viewer: Viewer; of: { planId: string } | { initiativeId: string }; locale: Locale }

/** Where it was on an agenda and what was agreed to do, as far as the viewer may see it. */
export async function Mentions({ viewer, of, locale }: Props) {
  const [t, items] = [await getTranslations('plans.mentions'), await getTranslations('actionItems')]
  const { agendaItems, actionItems } = listMentions(viewer, of)
  if (agendaItems.length + actionItems.length === 0) return null
  return (
    <Card title={t('title')}>
      <ul>
        {agendaItems.map(({ id, title, meetingId, heldOn, forum }) => (
          <li key={id} className="border-b border-line py-2.5 last:border-b-0">
            <Link href={`/meetings/${meetingId}`} prefetch={false} className="hover:underline">
              {title}
            </Link>
            <p className="text-sm text-muted">
              {forum}, {formatDate(heldOn, locale, 'long')}
            </p>
          </li>
        ))}
        {actionItems.map(({ id, title, party, dueOn, state }) => (
          <li key={id} className="border-b border-line py-2.5 last:border-b-0">
            <Link href={`/action-items/${id}`} prefetch={false} className="hover:underline">
              {title}
            </Link>
            <p className="text-sm text-muted">
              {t('task', { party, due: formatDate(dueOn, locale, 'long') })} · {items(`state.${state}`)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
