import type { ReactNode } from 'react'
import { currentViewer } from '@/auth/session'
import { Frame } from '../frame'

/** Pages for strangers too. */
export default async function OpenLayout({ children }: { children: ReactNode }) {
  return <Frame viewer={await currentViewer()}>{children}</Frame>
}
