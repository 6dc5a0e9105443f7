import { getTranslations } from 'next-intl/server'
import { Radar } from '@/components/ui/radar'

/** Beside the form one asks in. */
export async function SimilarBeside({ form }: { form: string }) {
  const t = await getTranslations('enquiries.similar')
  return (
    <Radar
      form={form}
      address="/enquiries/similar"
      shown={[]}
      words={{ title: t('title'), none: t('none'), hint: t('hint'), different: t('different') }}
    />
  )
}
