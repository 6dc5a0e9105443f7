import { getTranslations } from 'next-intl/server'
import { RadioGroup } from '@/components/ui/radio-group'
import { type Option, SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { ITEM_KINDS, type PartyKind, type Visibility } from '@/db/schema'
import type { AgendaEntry } from '../queries'

export type Proposer = { id: string; shortName: string; kind: PartyKind }
/** Openly offered in this order; a new item is the forum's unless the coordinator chooses otherwise. */
const OFFERED: Visibility[] = ['forum', 'own', 'internal']

export async function ItemFields({ item, proposers }: { item?: AgendaEntry; proposers: Proposer[] }) {
  const t = await getTranslations('agenda')
  const options: Option[] = withOwn(proposers, item).map(({ id, shortName, kind }) => ({
    value: id,
    label: shortName,
    group: t(`party.${kind}`),
  }))
  return (
    <>
      <TextField name="title" label={t('field.title')} defaultValue={item?.title} />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <SelectField
          name="kind"
          label={t('field.kind')}
          defaultValue={item?.kind ?? 'discussion'}
          options={ITEM_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <TextField
          name="minutes"
          label={t('field.minutes')}
          width="short"
          optional
          defaultValue={item && item.minutes > 0 ? String(item.minutes) : ''}
        />
        <TextField name="presenter" label={t('field.presenter')} optional defaultValue={item?.presenter} />
        <SelectField
          name="proposerPartyId"
          label={t('field.proposer')}
          empty={t('field.noProposer')}
          optional
          defaultValue={item?.proposerPartyId ?? ''}
          options={options}
        />
      </div>
      <TextArea
        name="description"
        label={t('field.description')}
        optional
        rows={2}
        defaultValue={item?.description}
      />
      <RadioGroup
        name="visibility"
        legend={t('field.visibility')}
        defaultValue={item?.visibility ?? 'forum'}
        options={OFFERED.map((value) => ({
          value,
          label: t(`visibility.${value}`),
          hint: t(`visibilityHint.${value}`),
        }))}
      />
    </>
  )
}

/** A party that has left the forum stays the proposer of what it proposed. */
function withOwn(proposers: Proposer[], item?: AgendaEntry): Proposer[] {
  const { proposerPartyId: id, proposer: shortName, proposerKind: kind } = item ?? {}
  if (!id || !shortName || !kind || proposers.some((party) => party.id === id)) return proposers
  return [...proposers, { id, shortName, kind }]
}
