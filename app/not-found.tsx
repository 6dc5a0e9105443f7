import { currentViewer } from '@/auth/session'
import NotFoundPage from './(house)/not-found'
import { Frame } from './frame'

export { generateMetadata } from './(house)/not-found'

/** An address that no page has. */
export default async function UnknownAddress() {
  return (
    <Frame viewer={await currentViewer()}>
      <NotFoundPage />
    </Frame>
  )
}
