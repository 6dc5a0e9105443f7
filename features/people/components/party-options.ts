import { getTranslations } from 'next-intl/server'
import type { Option } from '@/components/ui/select-field'
import type { PartyKind } from '@/db/schema'

type Offered = { id: string; shortName: string; kind: PartyKind }

/** Under the heading of their kind, in the order given. */
export async function partyOptions(parties: Offered[]): Promise<Option[]> {
  const t = await getTranslations('people.kind')
  return parties.map(({ id, shortName, kind }) => ({ value: id, label: shortName, group: t(kind) }))
}
