import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choices'
import { TabLinks } from '@/components/ui/tabs'
import { MAIL_STATES, type MailState } from '@/db/schema'
import type { OutboxFilter } from '../input'
import { MAIL_KINDS, outboxAddress } from '../rules'

type Props = { filter: OutboxFilter; counts: Partial<Record<MailState, number>> }

export async function OutboxFilterForm({ filter, counts }: Props) {
  const t = await getTranslations('outbox')
  const { state, kind, meeting } = filter
  const tab = (one?: MailState) => outboxAddress({ state: one, kind, meeting })
  return (
    <>
      <TabLinks
        label={t('filter.label')}
        items={[
          { href: tab(), label: t('filter.all'), current: state === undefined },
          ...MAIL_STATES.filter((one) => one === state || counts[one]).map((one) => ({
            href: tab(one),
            label: t(`states.${one}`),
            count: counts[one] ?? 0,
            current: one === state,
          })),
        ]}
      />
      <form
        method="get"
        action="/admin/outbox"
        className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-3 text-sm"
      >
        {state && <input type="hidden" name="state" value={state} />}
        {meeting && <input type="hidden" name="meeting" value={meeting} />}
        <Choices
          name="kind"
          label={t('filter.kind')}
          chosen={kind}
          choices={[
            { value: '', label: t('filter.allKinds') },
            ...MAIL_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
          ]}
        />
        <Button className="text-sm">{t('filter.apply')}</Button>
      </form>
    </>
  )
}
