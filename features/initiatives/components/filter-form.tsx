import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { type Choice, Choices } from '@/components/ui/choices'
import { Disclosure } from '@/components/ui/disclosure'
import { INITIATIVE_STATES } from '@/db/schema'
import type { ListAddress } from '../input'

type Props = { address: ListAddress; areas: Choice[]; themes: Choice[]; groups: Choice[] }

/** A plain form: what is chosen stands in the address, and it works without JavaScript. */
export async function FilterForm({ address, areas, themes, groups }: Props) {
  const t = await getTranslations('initiatives')
  const { area, theme, group, state, missing } = address
  const narrowed = area || theme || group || state || missing
  const any = { value: '', label: t('filter.any') }
  return (
    <Disclosure summary={t('filter.title')} open={!!narrowed} className="mb-6 text-sm">
      <form method="get" action="/initiatives" className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <Choices name="area" label={t('area')} chosen={area} choices={[any, ...areas]} />
        <Choices name="theme" label={t('theme')} chosen={theme} choices={[any, ...themes]} />
        <Choices name="group" label={t('targetGroup')} chosen={group} choices={[any, ...groups]} />
        <Choices
          name="state"
          label={t('filter.state')}
          chosen={state}
          choices={[any, ...INITIATIVE_STATES.map((value) => ({ value, label: t(`state.${value}`) }))]}
        />
        <label className="flex min-h-10 items-center gap-2">
          <input
            type="checkbox"
            name="missing"
            value="theme"
            defaultChecked={missing === 'theme'}
            className="size-5 accent-brand"
          />
          {t('filter.missing')}
        </label>
        <Button className="text-sm">{t('filter.apply')}</Button>
        {narrowed && (
          <Link href="/initiatives" className="inline-flex min-h-10 items-center text-link hover:underline">
            {t('filter.clear')}
          </Link>
        )}
      </form>
    </Disclosure>
  )
}
