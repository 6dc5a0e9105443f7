import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Kbd } from '@/components/ui/kbd'
import type { Locale } from '@/lib/format'
import type { Attachment } from '../../attachments/queries'
import type { MeetingDetail } from '../../queries'
import type { CarriedTopic } from '../../topics/queries'
import type { AgendaEntry, listRemovedItems } from '../queries'
import { isMovable } from '../rules'
import { addAgendaItemAction } from '../server-actions'
import { EditableItem } from './editable-item'
import { ItemFields, type Proposer } from './item-fields'
import { MoveKeys } from './move-keys'
import { PutBack } from './put-back'

type Props = {
  meeting: MeetingDetail
  entries: AgendaEntry[]
  /** By item. */
  attached: Map<string, Attachment[]>
  about: Map<string, { title: string }>
  removed: ReturnType<typeof listRemovedItems>
  carried: CarriedTopic[]
  proposers: Proposer[]
  locale: Locale
}

export async function AgendaEditor({
  meeting,
  entries,
  attached,
  about,
  removed,
  carried,
  proposers,
  locale,
}: Props) {
  const t = await getTranslations('agenda')
  return (
    <div className="min-w-0 space-y-6">
      <Card title={t('title')}>
        <PlannedTime entries={entries} available={meeting.durationMinutes} />
        <ol>
          {entries.map((item) => (
            <EditableItem
              key={item.id}
              item={item}
              attachments={attached.get(item.id)}
              about={about.get(item.id)?.title}
              proposers={proposers}
              locale={locale}
              movable={isMovable(entries, item.id)}
              markUnsent={meeting.agendaSentAt !== null}
            />
          ))}
        </ol>
        <p className="mt-3 text-sm text-muted max-sm:hidden">
          {t.rich('edit.keys', { k: (key) => <Kbd>{key}</Kbd> })}
        </p>
        <MoveKeys />
      </Card>
      <PutBack meetingId={meeting.id} removed={removed} carried={carried} locale={locale} />
      <Card title={t('edit.add')}>
        <ActionForm
          id="new-item"
          action={addAgendaItemAction}
          hidden={{ meetingId: meeting.id }}
          submit={t('edit.add')}
        >
          <ItemFields proposers={proposers} />
        </ActionForm>
      </Card>
    </div>
  )
}

async function PlannedTime({ entries, available }: { entries: AgendaEntry[]; available: number }) {
  const t = await getTranslations('agenda.edit')
  const planned = entries.reduce((sum, { minutes }) => sum + minutes, 0)
  const sums = { planned: String(planned), available: String(available) }
  if (planned <= available) return <p className="text-sm text-muted">{t('planned', sums)}</p>
  return (
    <p className="rounded-field bg-warn-tint px-3 py-2 text-sm text-warn">
      {t('tooLong', { ...sums, over: String(planned - available) })}
    </p>
  )
}
