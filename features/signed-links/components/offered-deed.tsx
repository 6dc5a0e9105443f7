import { getLocale, getTranslations } from 'next-intl/server'
import { PressForm } from '@/components/ui/press-form'
import { localeFrom } from '@/i18n/locale'
import { formatDate } from '@/lib/format'
import type { OfferedDeed } from '../queries'
import { actBySignedLinkAction } from '../server-actions'

type Props = { token: string; offered: OfferedDeed }

/** What it is about, as whom one presses it, and the button. */
export async function OfferedDeedForm({ token, offered: { purpose, person, subject } }: Props) {
  const [t, locale] = await Promise.all([getTranslations('signedLinks'), getLocale()])
  const words = `purposes.${purpose}` as const
  const about = { forum: subject.forum, due: formatDate(subject.dueOn, localeFrom(locale), 'numeric') }
  return (
    <>
      <p className="mb-2">
        {subject.title === null
          ? t(`${words}.aboutInternal`, about)
          : t(`${words}.about`, { ...about, title: subject.title })}
      </p>
      <p className="mb-2">{t(`${words}.press`)}</p>
      <p className="mb-6">{t('as', { name: person })}</p>
      <PressForm action={actBySignedLinkAction} hidden={{ token }} variant="primary">
        {t(`${words}.button`)}
      </PressForm>
    </>
  )
}
