import { getLocale, getTranslations } from 'next-intl/server'
import { DescriptionList } from '@/components/ui/description-list'
import { localeFrom } from '@/i18n/locale'
import { formatInstant } from '@/lib/format'

type Props = { safety: { copiedAt: Date | null; drilledAt: Date | null } }

/** What stands between a broken disk and the municipality's memory. */
export async function Safety({ safety: { copiedAt, drilledAt } }: Props) {
  const [t, locale] = [await getTranslations('jobs.safety'), localeFrom(await getLocale())]
  const said = (at: Date | null) => (at ? formatInstant(at, locale) : t('notYet'))
  return (
    <DescriptionList
      items={[
        { term: t('copied'), description: said(copiedAt) },
        { term: t('drilled'), description: said(drilledAt) },
      ]}
    />
  )
}
