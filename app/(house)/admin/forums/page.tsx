import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { Register } from '@/components/ui/register'
import { ForumForm } from '@/features/forums/components/forum-form'
import { listAllForums, listConveners } from '@/features/forums/queries/administration'
import { localeFrom } from '@/i18n/locale'
import { formatPeriod } from '@/lib/format'

type Props = { searchParams: Promise<{ change?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('sections.forums') }
}

export default async function AdministeredForumsPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const rows = orNotFound(() => listAllForums(viewer))
  const wanted = (await searchParams).change
  const chosen = rows.find(({ id }) => id === wanted)
  if (wanted && !chosen) notFound()
  const [t, admin] = await Promise.all([getTranslations('registers'), getTranslations('admin')])
  const locale = localeFrom(await getLocale())
  const conveners = listConveners(viewer).map(({ id, name }) => ({ value: id, label: name }))

  return (
    <>
      <PageHeader
        title={admin('sections.forums')}
        crumbs={[{ label: admin('title'), href: '/admin' }, { label: admin('sections.forums') }]}
      >
        <p className="mt-2 max-w-[65ch] text-muted">{t('intro.forums')}</p>
      </PageHeader>
      <Register
        label={admin('sections.forums')}
        columns={[t('name'), t('area'), t('convener'), t('rhythm'), t('period')]}
        empty={t('none')}
        changeLabel={t('change')}
        rows={rows.map((forum) => ({
          id: forum.id,
          name: forum.name,
          cells: [
            forum.area,
            forum.convener ?? t('nobody'),
            forum.rhythm,
            formatPeriod(forum.validFrom, forum.validTo, locale),
          ],
          change: { href: `/admin/forums?change=${forum.id}#form`, label: t('row', { name: forum.name }) },
        }))}
        form={{
          title: chosen ? t('row', { name: chosen.name }) : t('new'),
          cancel: chosen && { href: '/admin/forums', label: t('cancel') },
          content: <ForumForm key={chosen?.id} forum={chosen} conveners={conveners} locale={locale} />,
        }}
      />
    </>
  )
}
