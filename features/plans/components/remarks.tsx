import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { PressForm } from '@/components/ui/press-form'
import { Tag } from '@/components/ui/tag'
import { TextArea } from '@/components/ui/text-area'
import { plainDateOf } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { PlanDetail } from '../queries'
import { remarkAction, shareRemarkAction, takeBackRemarkAction } from '../server-actions'

/** What departments say of the plan's quality; outside the municipality only what was shared. */
export async function Remarks({
  plan,
  viewer,
  locale,
}: {
  plan: PlanDetail
  viewer: Viewer
  locale: Locale
}) {
  const t = await getTranslations('plans.remarks')
  const mayRemark = can.remarkOnPlan(viewer)
  if (plan.remarks.length === 0 && !mayRemark) return null
  return (
    <Card title={t('title')}>
      {plan.remarks.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul>
        {plan.remarks.map(({ id, text, person, party, personId, madeAt, sharedAt }) => (
          <li key={id} className="border-b border-line py-3 first:pt-0 last:border-b-0">
            <p className="max-w-[70ch] whitespace-pre-line">{text}</p>
            <p className="mt-0.5 text-sm text-muted">
              {person}, {party}, {formatDate(plainDateOf(madeAt), locale, 'long')}{' '}
              {mayRemark && !sharedAt && <Tag>{t('internal')}</Tag>}
            </p>
            {mayRemark && !sharedAt && (personId === viewer.personId || can.administer(viewer)) && (
              <div className="no-print mt-1 flex flex-wrap gap-3">
                <PressForm action={shareRemarkAction} hidden={{ id }} size="small">
                  {t('share')}
                </PressForm>
                <PressForm action={takeBackRemarkAction} hidden={{ id }} size="small" variant="quiet">
                  {t('takeBack')}
                </PressForm>
              </div>
            )}
          </li>
        ))}
      </ul>
      {mayRemark && (
        <Disclosure summary={t('new')} className="no-print mt-2">
          <ActionForm
            id="remark"
            action={remarkAction}
            hidden={{ id: plan.id }}
            submit={t('save')}
            submitVariant="secondary"
          >
            <TextArea name="text" label={t('text')} hint={t('hint')} rows={4} maxLength={2000} />
          </ActionForm>
        </Disclosure>
      )}
    </Card>
  )
}
