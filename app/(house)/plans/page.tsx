import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { InitiativeTabs } from '@/features/initiatives/components/initiative-tabs'
import { listPlans } from '@/features/plans/queries'
import { endsSoon } from '@/features/plans/rules'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { formatDate } from '@/lib/format'
import { can } from '@/policy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('title') }
}

export default async function PlansPage() {
  const viewer = await requireViewer()
  if (!can.readPlans(viewer))
    orNotFound(() => {
      throw new NotFound()
    })
  const [t, locale] = [await getTranslations('plans'), localeFrom(await getLocale())]
  const day = today(new Date())
  const plans = listPlans(viewer)
  return (
    <>
      <PageHeader
        title={t('title')}
        aside={can.administer(viewer) && <ButtonLink href="/plans/new">{t('new')}</ButtonLink>}
      />
      <InitiativeTabs viewer={viewer} current="plans" />
      {plans.length === 0 ? (
        <Empty>{t('none')}</Empty>
      ) : (
        <Card>
          <Table label={t('title')}>
            <thead>
              <tr>
                <Th>{t('one')}</Th>
                <Th>{t('area')}</Th>
                <Th>{t('lead')}</Th>
                <Th>{t('endsOn')}</Th>
                <Th numeric>{t('initiatives')}</Th>
              </tr>
            </thead>
            <tbody>
              {plans.map((plan) => (
                <tr key={plan.id}>
                  <Th scope="row">
                    <Link href={`/plans/${plan.id}`} prefetch={false} className="text-link underline">
                      {plan.name}
                    </Link>{' '}
                    {!plan.approvedAt && <Tag>{t('notApproved')}</Tag>}
                  </Th>
                  <Td>{plan.area}</Td>
                  <Td>{plan.lead}</Td>
                  <Td className="whitespace-nowrap">
                    {plan.endsOn && formatDate(plan.endsOn, locale, 'numeric')}{' '}
                    {endsSoon(plan.endsOn, day) && <Tag tone="warn">{t('endsSoon')}</Tag>}
                  </Td>
                  <Td numeric>{plan.initiatives}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
      )}
    </>
  )
}
