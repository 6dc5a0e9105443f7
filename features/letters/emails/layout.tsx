import { Body, Button, Container, Head, Hr, Html, Link, Text as Paragraph } from '@react-email/components'
import type { ReactNode } from 'react'
import type { Locale } from '@/lib/format'

/** Mail programs read no stylesheet, so these are the colours of `app/globals.css`, by hand. */
const INK = '#1b2429'
const MUTED = '#51606a'
const BRAND = '#0f5468'
const FONT = "'IBM Plex Sans', 'Segoe UI', Arial, sans-serif"

const text = { fontFamily: FONT, fontSize: '16px', lineHeight: '24px', color: INK, margin: '0 0 16px' }
const small = { ...text, fontSize: '14px', lineHeight: '20px', color: MUTED }
const button = {
  fontFamily: FONT,
  fontSize: '16px',
  fontWeight: 600,
  color: '#ffffff',
  backgroundColor: BRAND,
  borderRadius: '6px',
  padding: '12px 20px',
  margin: '0 0 8px',
}

/** A mail is a few sentences and a link; it shows nothing that has to be fetched, so nobody learns that it was read. */
export function Letter({ locale, children, why }: { locale: Locale; why: string[]; children: ReactNode }) {
  return (
    <Html lang={locale}>
      <Head />
      <Body style={{ backgroundColor: '#ffffff', margin: 0 }}>
        <Container style={{ padding: '24px 16px', maxWidth: '560px', margin: '0' }}>
          {children}
          <Hr data-skip-in-text="true" style={{ margin: '24px 0 16px' }} />
          {why.map((sentence) => (
            <Paragraph key={sentence} style={small}>
              {sentence}
            </Paragraph>
          ))}
        </Container>
      </Body>
    </Html>
  )
}

export const Sentence = ({ children }: { children: ReactNode }) => (
  <Paragraph style={text}>{children}</Paragraph>
)

/** What to do, as a button and as an address one can copy; where mail is plain text, the address alone. */
export function Action({ href, children }: { href: string; children: string }) {
  return (
    <>
      <Button data-skip-in-text="true" href={href} style={button}>
        {children}
      </Button>
      <Address href={href}>{children}</Address>
    </>
  )
}

/** The address stands on a line of its own, so that no mail program breaks it. */
export function Address({ href, children }: { href: string; children: string }) {
  return (
    <Paragraph style={small}>
      {children.endsWith(':') ? children : `${children}:`}
      <br />
      <Link href={href} style={{ color: BRAND, wordBreak: 'break-all' }}>
        {href}
      </Link>
    </Paragraph>
  )
}

/** A code to be typed. */
export const Code = ({ children }: { children: string }) => (
  <Paragraph style={{ ...text, fontFamily: 'monospace', fontSize: '24px', letterSpacing: '2px' }}>
    {children}
  </Paragraph>
)
