import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { PressForm } from '@/components/ui/press-form'
import { Tag } from '@/components/ui/tag'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { formatTime, type Locale } from '@/lib/format'
import { AttachmentList } from '../../attachments/components/attachment-list'
import type { Attachment } from '../../attachments/queries'
import { CarriedBack } from '../../topics/components/carried-back'
import type { AgendaEntry } from '../queries'
import { changeAgendaItemAction, moveAgendaItemAction, removeAgendaItemAction } from '../server-actions'
import { factsOf } from './agenda-reading'
import { ItemFields, type Proposer } from './item-fields'

type Props = {
  item: AgendaEntry
  attachments: Attachment[] | undefined
  /** The name of the plan, initiative or goal it is about. */
  about: string | undefined
  proposers: Proposer[]
  locale: Locale
  /** What closes the agenda stays where it is. */
  movable: boolean
  markUnsent: boolean
}

/** An item with its buttons, and its form folded away beneath. */
export async function EditableItem({
  item,
  attachments,
  about,
  proposers,
  locale,
  movable,
  markUnsent,
}: Props) {
  const [t, ta] = await Promise.all([getTranslations('agenda'), getTranslations('attachments')])
  const ofItem = {
    title: item.title,
    hidden: (chunks: React.ReactNode) => <VisuallyHidden>{chunks}</VisuallyHidden>,
  }
  return (
    <li data-movable={movable || undefined} className="border-b border-line py-3.5 last:border-b-0">
      <div className="grid grid-cols-[28px_1fr] gap-x-2 gap-y-2 sm:grid-cols-[28px_1fr_auto]">
        <span className="font-semibold">{item.number}</span>
        <div className="min-w-0">
          <p className="wrap-anywhere">
            {item.title} {item.visibility === 'internal' && <Tag tone="warn">{t('internalTag')}</Tag>}{' '}
            {markUnsent && item.sentAt === null && <Tag tone="info">{t('unsent')}</Tag>}
          </p>
          <p className="text-sm text-muted">
            {[
              ...(item.startsAt ? [t('clock', { time: formatTime(item.startsAt, locale) })] : []),
              ...(await factsOf(item)),
            ].join(' · ')}
          </p>
          {about && <p className="text-sm text-muted">{t('about', { title: about })}</p>}
          <AttachmentList attachments={attachments} locale={locale} />
        </div>
        {movable && (
          <div className="flex gap-2 max-sm:col-start-2">
            {(['up', 'down'] as const).map((to) => (
              <div key={to} data-move={to}>
                <PressForm action={moveAgendaItemAction} hidden={{ id: item.id, to }} size="small">
                  {t.rich(`edit.${to}`, ofItem)}
                </PressForm>
              </div>
            ))}
          </div>
        )}
        {item.carriedBecause && item.keptAt === null && (
          <CarriedBack id={item.id} because={item.carriedBecause} title={item.title} />
        )}
      </div>
      <Disclosure summary={t.rich('edit.changeItem', ofItem)} className="ml-9 text-sm">
        <div className="rounded-card bg-surface text-base">
          <ActionForm
            id={`item-${item.id}`}
            action={changeAgendaItemAction}
            hidden={{ id: item.id, version: item.version }}
            submit={t('edit.save')}
          >
            <ItemFields item={item} proposers={proposers} />
          </ActionForm>
          <ButtonLink
            href={`/meetings/${item.meetingId}?about=${item.id}#${item.id}`}
            variant="quiet"
            size="small"
            className="mt-2"
          >
            {t.rich('edit.about', ofItem)}
          </ButtonLink>
          {!item.writesItself && (
            <ButtonLink
              href={`/meetings/${item.meetingId}/attachments?item=${item.id}`}
              variant="quiet"
              size="small"
              className="mt-2"
            >
              {ta.rich('attachTo', ofItem)}
            </ButtonLink>
          )}
          <PressForm
            action={removeAgendaItemAction}
            hidden={{ id: item.id }}
            variant="quiet"
            size="small"
            className="mt-2"
          >
            {t('edit.remove')}
          </PressForm>
        </div>
      </Disclosure>
    </li>
  )
}
