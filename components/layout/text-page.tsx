import { PageHeader } from '@/components/ui/page-header'

type Props = { title: string; intro: string; sections: { title: string; text: string }[] }

/** A page that is only read: a heading, a lead and sections of running text. */
export function TextPage({ title, intro, sections }: Props) {
  return (
    <div className="max-w-[70ch]">
      <PageHeader title={title} />
      <p className="mb-8 text-lg">{intro}</p>
      {sections.map((section) => (
        <section key={section.title} className="mb-6">
          <h2 className="mb-1 text-xl font-semibold">{section.title}</h2>
          <p>{section.text}</p>
        </section>
      ))}
    </div>
  )
}
