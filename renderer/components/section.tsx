import { createContext, type ReactNode, use } from 'react'

/** One step below the heading that the sections stand under. */
export const SubheadingContext = createContext<'h2' | 'h3'>('h3')

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const Subheading = use(SubheadingContext)
  return (
    <section>
      <Subheading className="subheading">{title}</Subheading>
      {children}
    </section>
  )
}
