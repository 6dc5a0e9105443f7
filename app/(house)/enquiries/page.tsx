import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Kbd } from '@/components/ui/kbd'
import { PageHeader } from '@/components/ui/page-header'
import { TabLinks } from '@/components/ui/tabs'
import { EnquiryFilter } from '@/features/enquiries/components/enquiry-filter'
import { EnquiryList } from '@/features/enquiries/components/enquiry-list'
import { TriageKeys } from '@/features/enquiries/components/triage-keys'
import { ENQUIRY_TABS, enquiryListInput } from '@/features/enquiries/input'
import { listEnquiries } from '@/features/enquiries/queries/list'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enquiries'))('title') }
}

export default async function EnquiriesPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  if (!can.followEnquiries(viewer)) notFound()
  const [t, locale] = [await getTranslations('enquiries'), localeFrom(await getLocale())]
  const day = today(new Date())
  const address = enquiryListInput.parse(await searchParams)
  const { tab, counts, enquiries, page, pages } = listEnquiries(viewer, address, day)
  const asks = can.askAsParty(viewer, viewer)
  const triages = can.triageEnquiries(viewer)
  const at = (change: Record<string, string | number>) => {
    const chosen = Object.entries({ ...address, tab, ...change }).filter(([, value]) => value !== undefined)
    return `/enquiries?${new URLSearchParams(chosen.map(([name, value]) => [name, String(value)]))}`
  }
  return (
    <div className="mx-auto max-w-[880px]">
      <PageHeader
        title={asks ? t('own') : t('title')}
        aside={
          <div className="no-print flex flex-wrap items-center gap-x-5 gap-y-2">
            {can.seeDrafts(viewer) && (
              <ButtonLink href="/enquiries/figures" variant="quiet">
                {t('figuresLink')}
              </ButtonLink>
            )}
            {triages && (
              <ButtonLink href="/enquiries/rules" variant="quiet">
                {t('rulesLink')}
              </ButtonLink>
            )}
            {(asks || triages) && (
              <ButtonLink href="/enquiries/new" variant="primary">
                {t(asks ? 'ask' : 'log')}
              </ButtonLink>
            )}
          </div>
        }
      />
      <TabLinks
        label={t('tabs')}
        items={ENQUIRY_TABS.map((one) => ({
          href: at({ tab: one, page: 1 }),
          label: t(asks && one === 'waiting' ? 'tab.waitingForYou' : `tab.${one}`),
          count: counts[one],
          current: one === tab,
        }))}
      />
      {!asks && <EnquiryFilter address={{ ...address, tab }} locale={locale} today={day} />}
      {enquiries.length === 0 ? (
        <Empty>{counts.all === 0 && asks ? t('none.own') : t(`none.${tab}`)}</Empty>
      ) : (
        <EnquiryList enquiries={enquiries} viewer={viewer} today={day} locale={locale} />
      )}
      {pages > 1 && (
        <nav
          aria-label={t('pages.label')}
          className="no-print mt-6 flex flex-wrap items-center gap-x-5 gap-y-2"
        >
          {page > 1 && <ButtonLink href={at({ page: page - 1 })}>{t('pages.before')}</ButtonLink>}
          <span>{t('pages.at', { page: String(page), pages: String(pages) })}</span>
          {page < pages && <ButtonLink href={at({ page: page + 1 })}>{t('pages.after')}</ButtonLink>}
        </nav>
      )}
      {triages && enquiries.length > 0 && (
        <TriageKeys>
          {t.rich('keys', {
            j: () => <Kbd>j</Kbd>,
            k: () => <Kbd>k</Kbd>,
            one: () => <Kbd>1</Kbd>,
            two: () => <Kbd>2</Kbd>,
            three: () => <Kbd>3</Kbd>,
            four: () => <Kbd>4</Kbd>,
          })}
        </TriageKeys>
      )}
    </div>
  )
}
