import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader } from '@/components/ui/page-header'
import { nameClassifications } from '@/features/classifications/queries'
import { listForums } from '@/features/forums/queries/forums'
import { Trials } from '@/features/methods/components/trials'
import { getMethod } from '@/features/methods/queries'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { params: Promise<{ method: string }> }

const load = cache(async (id: string) => {
  const viewer = await requireViewer()
  return { viewer, method: orNotFound(() => getMethod(viewer, id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).method)).method.title }
}

export default async function MethodPage({ params }: Props) {
  const { viewer, method } = await load((await params).method)
  const [t, locale] = [await getTranslations('methods'), localeFrom(await getLocale())]
  const kind = method.activityKindId && nameClassifications(locale).get(method.activityKindId)
  const facts = [
    kind && { term: t('kind'), description: kind },
    method.evidence !== '' && {
      term: t('evidence'),
      description: <span className="whitespace-pre-line">{method.evidence}</span>,
    },
    method.link && {
      term: t('link'),
      description: (
        <a href={method.link} rel="noreferrer" className="wrap-anywhere text-link underline">
          {method.link}
        </a>
      ),
    },
  ]
  return (
    <div className="mx-auto max-w-[880px]">
      <PageHeader
        title={method.title}
        crumbs={[{ label: t('title'), href: '/methods' }, { label: method.title }]}
        aside={
          can.developForums(viewer) && (
            <ButtonLink href={`/methods/${method.id}/change`}>{t('change')}</ButtonLink>
          )
        }
      />
      <p className="mb-4 max-w-[70ch] whitespace-pre-line">{method.description}</p>
      <DescriptionList items={facts.filter((fact) => !!fact)} />
      <div className="mt-6">
        <Trials
          method={method}
          forums={listForums(viewer, today(new Date()))}
          viewer={viewer}
          locale={locale}
        />
      </div>
    </div>
  )
}
