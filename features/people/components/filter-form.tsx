import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { type Choice, Choices, SearchWords } from '@/components/ui/choices'
import { ROLES } from '@/db/schema'
import type { ListAddress } from '../input'
import { PERSON_STATES } from '../rules'

/** A plain form: what is chosen stands in the address, and it works without JavaScript. */
export async function PeopleFilterForm({ address, parties }: { address: ListAddress; parties: Choice[] }) {
  const [t, role] = await Promise.all([getTranslations('people'), getTranslations('me.role')])
  const any = { value: '', label: t('filter.any') }
  const narrowed = Object.values(address).some(Boolean)
  return (
    <form action="/admin/people" className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-3 text-sm">
      <SearchWords name="q" label={t('filter.search')} typed={address.q} />
      <Choices name="party" label={t('filter.party')} chosen={address.party} choices={[any, ...parties]} />
      <Choices
        name="role"
        label={t('filter.role')}
        chosen={address.role}
        choices={[any, ...ROLES.map((value) => ({ value, label: role(value) }))]}
      />
      <Choices
        name="state"
        label={t('filter.state')}
        chosen={address.state}
        choices={[any, ...PERSON_STATES.map((value) => ({ value, label: t(`state.${value}`) }))]}
      />
      <Button className="text-sm">{t('filter.apply')}</Button>
      {narrowed && (
        <Link href="/admin/people" className="inline-flex min-h-10 items-center text-link hover:underline">
          {t('filter.clear')}
        </Link>
      )}
    </form>
  )
}
