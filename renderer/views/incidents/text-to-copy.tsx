import { CopyButton } from '../../components/copy-button.tsx'

/** A text as it goes elsewhere, shown on demand and copied at the press of a button. */
export function TextToCopy({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <details className="text-to-copy">
      <summary>{title}</summary>
      <pre className="written">{text}</pre>
      <CopyButton text={text} name={`Copy: ${title.toLowerCase()}`} />
    </details>
  )
}
