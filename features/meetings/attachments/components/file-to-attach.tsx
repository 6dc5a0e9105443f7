import { getTranslations } from 'next-intl/server'
import { FileField } from '@/components/ui/file-field'
import { ACCEPTED, LARGEST_FILE } from '../rules'

export async function FileToAttach() {
  const [t, errors] = await Promise.all([getTranslations('attachments'), getTranslations('errors')])
  return (
    <FileField
      name="file"
      label={t('file')}
      hint={t('kinds')}
      accept={ACCEPTED}
      most={{ bytes: LARGEST_FILE, refusal: errors('fileTooLarge_file') }}
    />
  )
}
