import { CopyButton } from '../../components/copy-button.tsx'

/** A text as it goes elsewhere: shown on demand, copied at the press of a button that is always in sight. */
export function TextToCopy({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className="text-to-copy">
      <div className="copy">
        <CopyButton text={text} name="Copy" of={title} />
      </div>
      <details>
        <summary>{title}</summary>
        <pre className="written">{text}</pre>
      </details>
    </div>
  )
}
