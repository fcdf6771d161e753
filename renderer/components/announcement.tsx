import { useEffect, useState } from 'react'

/** Told to screen readers when it changes, once typing has paused. */
export function Announcement({ children }: { readonly children: string }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(children), 400)
    return () => clearTimeout(timer)
  }, [children])
  return (
    <p className="said" role="status">
      {said}
    </p>
  )
}
