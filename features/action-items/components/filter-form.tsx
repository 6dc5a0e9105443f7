import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { type Choice, Choices } from '@/components/ui/choices'
import { Disclosure } from '@/components/ui/disclosure'
import { ACTION_ITEM_STATES } from '@/db/schema'
import { formatDate } from '@/lib/format'
import type { ListAddress } from '../input'

type Props = { address: ListAddress; forums: Choice[]; parties: Choice[] }

/** A plain form: what is chosen stands in the address, and it works without JavaScript. */
export async function FilterForm({ address, forums, parties }: Props) {
  const [t, locale] = [await getTranslations('actionItems'), await getLocale()]
  const { scope, forum, party, state, sort, late, since } = address
  const narrowed = forum || party || state || sort || late || since
  const any = { value: '', label: t('filter.any') }
  const states = ACTION_ITEM_STATES.map((value) => ({ value, label: t(`state.${value}`) }))
  const sorts = (['due', 'title', 'party', 'forum'] as const).map((value) => ({
    value,
    label: t(`sort.${value}`),
  }))
  return (
    <Disclosure summary={t('filter.title')} open={!!narrowed} className="mb-6 text-sm">
      <form method="get" action="/action-items" className="flex flex-wrap items-end gap-x-4 gap-y-3">
        {scope && <input type="hidden" name="scope" value={scope} />}
        {since && <input type="hidden" name="since" value={since} />}
        <Choices name="forum" label={t('filter.forum')} chosen={forum} choices={[any, ...forums]} />
        {parties.length > 0 && (
          <Choices name="party" label={t('filter.party')} chosen={party} choices={[any, ...parties]} />
        )}
        <Choices name="state" label={t('filter.state')} chosen={state} choices={[any, ...states]} />
        <Choices name="sort" label={t('filter.sort')} chosen={sort} choices={sorts} />
        <label className="flex min-h-10 items-center gap-2">
          <input
            type="checkbox"
            name="late"
            value="1"
            defaultChecked={late === '1'}
            className="size-5 accent-brand"
          />
          {t('filter.late')}
        </label>
        {since && (
          <p className="flex min-h-10 items-center">
            {t('filter.since', { date: formatDate(since, locale, 'long') })}
          </p>
        )}
        <Button className="text-sm">{t('filter.apply')}</Button>
        {narrowed && (
          <Link
            href={scope ? `/action-items?scope=${scope}` : '/action-items'}
            className="inline-flex min-h-10 items-center text-link hover:underline"
          >
            {t('filter.clear')}
          </Link>
        )}
      </form>
    </Disclosure>
  )
}
