import { getLocale, getTranslations } from 'next-intl/server'
import { PressForm } from '@/components/ui/press-form'
import { AnswerForms } from '@/features/meetings/invitations/components/answer-forms'
import { localeFrom } from '@/i18n/locale'
import { formatDate, formatTime } from '@/lib/format'
import type { OfferedDeed } from '../queries'
import { acceptBySignedLinkAction, answerBySignedLinkAction } from '../server-actions'
import { AnswerItem } from './answer-item'

type Props = { token: string; offered: OfferedDeed }

/** What it is about, as whom one presses it, and the buttons. */
export async function OfferedDeedForm({ token, offered }: Props) {
  const [t, currentLocale] = await Promise.all([getTranslations('signedLinks'), getLocale()])
  const locale = localeFrom(currentLocale)
  if (offered.purpose === 'meeting.answer') {
    const { meeting, answered, items } = offered
    const words = {
      forum: meeting.forum.name,
      date: formatDate(meeting.heldOn, locale, 'full'),
      time: formatTime(meeting.startsAt, locale),
    }
    return (
      <>
        <p className="mb-2">{t('purposes.meeting.answer.about', words)}</p>
        <p className="mb-6">{t('as', { name: offered.person })}</p>
        <AnswerForms action={answerBySignedLinkAction} hidden={{ token }} answered={answered} items={items} />
      </>
    )
  }
  if (offered.purpose === 'action_item.answer') {
    return <AnswerItem token={token} offered={offered} locale={locale} />
  }
  const about = { forum: offered.forum, due: formatDate(offered.dueOn, locale, 'numeric') }
  return (
    <>
      <p className="mb-2">
        {offered.title === null
          ? t('purposes.action_item.accept.aboutInternal', about)
          : t('purposes.action_item.accept.about', { ...about, title: offered.title })}
      </p>
      <p className="mb-2">{t('purposes.action_item.accept.press')}</p>
      <p className="mb-6">{t('as', { name: offered.person })}</p>
      <PressForm action={acceptBySignedLinkAction} hidden={{ token }} variant="primary">
        {t('purposes.action_item.accept.button')}
      </PressForm>
    </>
  )
}
